package io.amends.dashboard.preferences.shared;

import io.amends.kit.access.Caller;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;

/** What of the preferences is shown to whom, and who makes portals (H1). What a page opens to it declares itself. */
@ApplicationScoped
public class PreferencesDoor {
    private final Caller caller;

    PreferencesDoor(Caller caller) {
        this.caller = caller;
    }

    /** Whether forms and buttons are shown. */
    public boolean mayChange(String cpc) {
        return caller.may(cpc, Permission.CHANGE_DIRECTORY, Matter.PORTAL);
    }

    /** Whether people and keys are shown. */
    public boolean seesAdministration(String cpc) {
        return caller.may(cpc, Permission.SEE_ADMINISTRATION, Matter.PORTAL);
    }

    /** Whether the caller makes portals, which a role over the installation allows. */
    public boolean makesPortals() {
        return caller.mayAll();
    }

    /**
     * Requires that the caller makes portals.
     *
     * @throws Problem 403 for everybody else
     */
    public void requireMakesPortals(String refusal) {
        if (!makesPortals()) {
            throw Problem.forbidden(refusal);
        }
    }
}
