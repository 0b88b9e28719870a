package io.amends.dashboard.studio.shared;

/** Something that can be chosen in a form: the value that is posted, what people read, and whether it is chosen now. */
public record Option(String value, String label, boolean chosen) {}
