package io.amends.dashboard.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a portal's API keys, in finished words.
 *
 * @param zone whose time the moments are
 * @param done what was done just now; null where nothing was
 * @param refused why nothing was done; null where nobody was refused
 * @param secret that is shown this once; null where none was made
 */
public record KeysView(
        String headline,
        String zone,
        @Nullable String done,
        @Nullable String refused,
        @Nullable String secret,
        List<KeyLine> keys,
        MakingForm form) {

    /**
     * A key of the list.
     *
     * @param made when and by whom
     * @param end until when it is good
     * @param over whether it has expired
     * @param lastUse when it was used last
     * @param former until when its former secret is good; null without one
     * @param url where it is rotated and revoked
     */
    public record KeyLine(
            String name,
            List<String> scopes,
            String made,
            String end,
            boolean over,
            String lastUse,
            @Nullable String former,
            String url) {}

    /**
     * The form that makes a key.
     *
     * @param nameError what is wrong with the name; null if nothing is
     * @param lastDay as it was typed
     */
    public record MakingForm(
            String name,
            @Nullable String nameError,
            List<ScopeChoice> scopes,
            @Nullable String scopesError,
            String lastDay,
            @Nullable String lastDayError,
            boolean open) {

        /** The same, folded out. */
        MakingForm opened() {
            return new MakingForm(name, nameError, scopes, scopesError, lastDay, lastDayError, true);
        }
    }

    /**
     * A scope that can be ticked.
     *
     * @param means what a key with it may do
     */
    public record ScopeChoice(String word, String means, boolean ticked) {}
}
