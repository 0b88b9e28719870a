package io.amends.contracts.api;

/** One of a portal's presets, with the name by which an import asks for it (A1). */
public record NamedImportPreset(String name, ImportPreset preset) {}
