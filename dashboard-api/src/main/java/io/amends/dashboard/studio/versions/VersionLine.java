package io.amends.dashboard.studio.versions;

import io.amends.dashboard.layout.Formats;

/**
 * A published version: by whom, when and why.
 *
 * @param exact the local date and time, which tells versions of one day apart
 * @param decides whether it is the one that decides now
 */
public record VersionLine(
        String name, Formats.Moment at, String exact, String author, String reason, boolean decides, String url) {}
