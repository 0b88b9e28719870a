package io.amends.dashboard.layout;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.signin.Person;
import io.amends.kit.access.Caller;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the frame of a page, with what is open to the person alone (H1). */
@ApplicationScoped
public class Frames {
    private final Person person;
    private final Caller caller;
    private final Directory directory;
    private final String base;

    Frames(Person person, Caller caller, Directory directory, @ConfigProperty(name = "amends.base-url") String base) {
        this.person = person;
        this.caller = caller;
        this.directory = directory;
        this.base = base.replaceAll("/+$", "");
    }

    /** The frame of a page about the rules of a portal. */
    public Frame ofRules(String cpc, Portal portal) {
        return of(cpc, portal.name(), "", Frame.Place.RULES);
    }

    /** The frame of a page of a portal; without one before there is any. */
    public Frame of(@Nullable String cpc, String portalName, String search, Frame.Place at) {
        Frame.Open open = cpc == null
                ? Frame.Open.NOTHING
                : new Frame.Open(actions(cpc), caller.mayAll() || portals().size() > 1);
        return new Frame(cpc, portalName, person.fullName(), person.signedIn(), search, base, at, open);
    }

    /** The portals that exist for the person, by code. */
    public Map<String, Portal> portals() {
        Map<String, Portal> portals = directory.portals();
        portals.keySet().removeIf(cpc -> !caller.may(cpc));
        return portals;
    }

    /** The address of the first page of a portal that is open to the person; empty where none is. */
    public Optional<String> firstPage(String cpc) {
        Set<Permission> actions = actions(cpc);
        return Stream.of(Frame.Place.values())
                .filter(place -> place.isFor(actions))
                .map(place -> place.address(cpc))
                .findFirst();
    }

    private Set<Permission> actions(String cpc) {
        Set<Permission> actions = EnumSet.allOf(Permission.class);
        actions.removeIf(action -> !caller.may(cpc, action, Matter.PORTAL));
        return actions;
    }
}
