package io.amends.dashboard.studio.versions;

import io.amends.contracts.api.WordedRules.WordedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published version, its rules in words.
 *
 * @param zone whose time the moments are
 * @param changes the address that says what it changed; null for the first version
 * @param rollBack going back to it; null where it decides now
 * @param refused why somebody could not go back; null where nobody was refused
 */
public record VersionView(
        VersionLine about,
        String zone,
        String headline,
        List<WordedRule> rules,
        @Nullable String changes,
        @Nullable RollBack rollBack,
        @Nullable String refused) {

    /**
     * Going back to the version.
     *
     * @param againstNow the address that compares it with what decides now
     * @param means what will happen, in words
     * @param newest the version that decides now, which going back names
     * @param reason why somebody wants to go back, as typed
     * @param usualReason what is written where they give none
     */
    public record RollBack(String againstNow, String means, long newest, String reason, String usualReason) {}
}
