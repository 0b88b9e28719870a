package io.amends.dashboard.layout;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.signin.Person;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the frame of a page. */
@ApplicationScoped
public class Frames {
    private final Person person;
    private final String base;

    Frames(Person person, @ConfigProperty(name = "amends.base-url") String base) {
        this.person = person;
        this.base = base.replaceAll("/+$", "");
    }

    /** The frame of a page about the rules of a portal. */
    public Frame ofRules(String cpc, Portal portal) {
        return of(cpc, portal.name(), "", Frame.Place.RULES);
    }

    /** The frame of a page of a portal; without one before there is any. */
    public Frame of(@Nullable String cpc, String portalName, String search, Frame.Place at) {
        return new Frame(cpc, portalName, person.fullName(), person.signedIn(), search, base, at);
    }
}
