package io.amends.dashboard.client;

import io.amends.kit.access.ActingPerson;
import io.amends.kit.access.Caller;
import io.amends.kit.access.PersonRoles;
import io.amends.kit.access.Signature;
import io.amends.kit.rights.PortalRoles;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For whom this request asks the other services (H1): for the person who is signed in, or for whoever opened the link of a
 * report. A request that came with an API key asks with the service's own key alone.
 */
@RequestScoped
public class Acting {
    private final Caller caller;
    private @Nullable ActingPerson other;

    Acting(Caller caller) {
        this.caller = caller;
    }

    /**
     * What is asked from here on is asked for whoever has a link, in the portal of its report.
     *
     * @param name who it is, behind {@link Signature#RECIPIENT} or, where they are signed in, {@link Signature#PERSON}
     * @param groups those of what the link opens; none before its report is known
     */
    public void byLink(String name, String portal, Set<String> groups) {
        other = new ActingPerson(
                name, portal, PortalRoles.link(groups), caller.signature().address());
    }

    /** Asks something for the person who is signed in, by what they are in the portal themselves. */
    public <T> T byThemselves(Supplier<T> question) {
        ActingPerson link = other;
        other = null;
        try {
            return question.get();
        } finally {
            other = link;
        }
    }

    /** Who it is; null for a request that came with an API key. */
    @Nullable
    ActingPerson who() {
        if (other != null) {
            return other;
        }
        PersonRoles person = caller.person();
        if (person == null) {
            return null;
        }
        String portal = caller.portal();
        if (portal == null) {
            throw new IllegalStateException("a page asks another service about one portal, which its address names");
        }
        return new ActingPerson(
                Signature.PERSON + caller.name(),
                portal,
                person.in(portal),
                caller.signature().address());
    }
}
