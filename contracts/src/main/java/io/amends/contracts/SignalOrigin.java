package io.amends.contracts;

/**
 * From where surveys come in (A11).
 *
 * @param id by which it is known: a code, the id of a key, or the {@code source} of CloudEvents
 * @param name as people know it; the id where there is no other
 */
public record SignalOrigin(OriginKind kind, String id, String name) {}
