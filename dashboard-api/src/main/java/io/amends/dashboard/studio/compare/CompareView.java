package io.amends.dashboard.studio.compare;

import io.amends.dashboard.studio.core.SideBySide;
import io.amends.dashboard.studio.shared.ChangeLine;
import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two rule sets side by side, in words.
 *
 * @param same how many rules say the same on both sides, in a sentence; null for none
 */
public record CompareView(
        String headline,
        Side left,
        Side right,
        List<ChangeLine> changes,
        List<SideBySide.Pair> pairs,
        @Nullable String same) {

    /**
     * One of the two rule sets.
     *
     * @param name what it is called
     * @param options what else can stand on this side
     */
    public record Side(String name, List<Option> options) {}
}
