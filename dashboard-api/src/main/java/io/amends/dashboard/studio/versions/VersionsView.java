package io.amends.dashboard.studio.versions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of the published versions, newest first.
 *
 * @param zone whose time the moments are
 * @param newer the address of the page before; null on the first
 * @param older the address of the page after; null on the last
 */
public record VersionsView(
        String headline, String zone, List<VersionLine> lines, @Nullable String newer, @Nullable String older) {}
