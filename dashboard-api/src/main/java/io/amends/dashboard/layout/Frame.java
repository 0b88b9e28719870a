package io.amends.dashboard.layout;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every signed-in page.
 *
 * @param cpc the portal; null before there is one
 * @param person who is signed in, by full name; null for nobody
 * @param signedIn whether there is a session to sign out of
 * @param search what the search field holds
 * @param base the pages' public address
 * @param at which entry of the navigation the page belongs to
 */
public record Frame(
        @Nullable String cpc,
        String portalName,
        @Nullable String person,
        boolean signedIn,
        String search,
        String base,
        Place at) {

    /** The entries of the navigation. */
    public enum Place {
        NONE,
        RESPONSES,
        RULES,
        AUDIT,
        KEYS
    }

    public boolean atResponses() {
        return at == Place.RESPONSES;
    }

    public boolean atRules() {
        return at == Place.RULES;
    }

    public boolean atAudit() {
        return at == Place.AUDIT;
    }

    public boolean atKeys() {
        return at == Place.KEYS;
    }
}
