package io.amends.dashboard.preferences.shared;

import java.util.List;

/**
 * What happened with a form that was sent.
 *
 * @param urgent whether nothing was saved
 * @param differences what is stored now beside what was sent; empty where nobody else changed it
 */
public record Notice(String words, boolean urgent, List<Difference> differences) {
    /** Without differences. */
    public Notice(String words, boolean urgent) {
        this(words, urgent, List.of());
    }

    /** A field in two versions. */
    public record Difference(String label, String stored, String sent) {}
}
