package io.amends.dashboard.layout;

import io.amends.kit.rights.Permission;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param open what is open to the person
 */
public record Frame(
        @Nullable String cpc,
        String portalName,
        @Nullable String person,
        boolean signedIn,
        String search,
        String base,
        Place at,
        Open open) {

    /** The entries of the navigation, in their order. */
    public enum Place {
        NONE(null, ""),
        RESPONSES(Permission.SEE_RESPONSES, "responses?srn=y"),
        REQUESTS(Permission.SEE_RESPONSES, "requests"),
        RULES(Permission.SEE_RULES, "rules"),
        DELIVERIES(Permission.SEE_DELIVERIES, "deliveries"),
        PREFERENCES(Permission.SEE_DIRECTORY, "preferences"),
        PEOPLE(Permission.SEE_ADMINISTRATION, "people"),
        KEYS(Permission.SEE_ADMINISTRATION, "keys"),
        AUDIT(Permission.SEE_AUDIT, "audit");

        private final @Nullable Permission action;
        private final String path;

        Place(@Nullable Permission action, String path) {
            this.action = action;
            this.path = path;
        }

        /** Whether it is there for who may do that in the portal. */
        boolean isFor(Set<Permission> actions) {
            return action != null && actions.contains(action);
        }

        /** Its address in a portal. */
        String address(String cpc) {
            return "/portals/" + cpc + "/" + path;
        }
    }

    /**
     * What is open to the person (H1). A page shows no entry, link or button that leads to what is not.
     *
     * @param actions what they may do in the portal
     * @param otherPortals whether other portals exist for them, or can be made by them
     */
    public record Open(Set<Permission> actions, boolean otherPortals) {
        /** Nothing at all. */
        public static final Open NOTHING = new Open(Set.of(), false);

        /** Copies the set. */
        public Open {
            actions = Set.copyOf(actions);
        }
    }

    /** Whether there is anything in the navigation. */
    public boolean navigates() {
        return Stream.of(Place.values()).anyMatch(place -> place.isFor(open.actions()));
    }

    public boolean seesResponses() {
        return Place.RESPONSES.isFor(open.actions());
    }

    public boolean seesRequests() {
        return Place.REQUESTS.isFor(open.actions());
    }

    public boolean filesRequests() {
        return open.actions().contains(Permission.FILE_REQUESTS);
    }

    public boolean seesRules() {
        return Place.RULES.isFor(open.actions());
    }

    public boolean seesDeliveries() {
        return Place.DELIVERIES.isFor(open.actions());
    }

    public boolean seesAudit() {
        return Place.AUDIT.isFor(open.actions());
    }

    public boolean seesKeys() {
        return Place.KEYS.isFor(open.actions());
    }

    public boolean seesPeople() {
        return Place.PEOPLE.isFor(open.actions());
    }

    public boolean seesPreferences() {
        return Place.PREFERENCES.isFor(open.actions());
    }

    public boolean draftsRules() {
        return open.actions().contains(Permission.DRAFT_RULES);
    }

    public boolean publishesRules() {
        return open.actions().contains(Permission.PUBLISH_RULES);
    }

    public boolean seesAdministration() {
        return open.actions().contains(Permission.SEE_ADMINISTRATION);
    }

    public boolean administers() {
        return open.actions().contains(Permission.ADMINISTER);
    }

    public boolean atResponses() {
        return at == Place.RESPONSES;
    }

    public boolean atRequests() {
        return at == Place.REQUESTS;
    }

    public boolean atRules() {
        return at == Place.RULES;
    }

    public boolean atDeliveries() {
        return at == Place.DELIVERIES;
    }

    public boolean atAudit() {
        return at == Place.AUDIT;
    }

    public boolean atKeys() {
        return at == Place.KEYS;
    }

    public boolean atPeople() {
        return at == Place.PEOPLE;
    }

    public boolean atPreferences() {
        return at == Place.PREFERENCES;
    }
}
