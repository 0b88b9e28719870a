package io.amends.dashboard.preferences.shared;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.kit.access.Caller;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;

/** Who comes in to the pages of preferences: some see them, some change them (H1). */
@ApplicationScoped
public class PreferencesDoor {
    private final Directory directory;
    private final Caller caller;

    PreferencesDoor(Directory directory, Caller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * The portal whose page is open to the caller.
     *
     * @throws Problem 404 where there is none
     */
    public Portal portal(String cpc) {
        return directory.require(cpc);
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
