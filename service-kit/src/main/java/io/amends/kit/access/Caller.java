package io.amends.kit.access;

import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sent this request and which portals they may see. Roles come later and have their place here. */
@RequestScoped
public class Caller {
    private String name = "nobody";
    private boolean known;
    private @Nullable Set<String> portals = Set.of();

    void is(String callerName, @Nullable Set<String> callerPortals) {
        name = callerName;
        portals = callerPortals;
        known = true;
    }

    void actsFor(String person) {
        name = person;
    }

    /** The user's or the key's name; where a service says for whom it acts, that person's. */
    public String name() {
        return name;
    }

    /** Whether a key or a session was given. */
    public boolean known() {
        return known;
    }

    /** Whether the caller may see a portal. */
    public boolean may(String cpc) {
        return known && (portals == null || portals.contains(cpc));
    }

    /**
     * Requires a portal.
     *
     * @throws Problem 403 if the caller may not see it
     */
    public void require(String cpc) {
        if (!may(cpc)) {
            throw Problem.forbidden("This key or sign-in does not open that portal.");
        }
    }

    /** Whether the caller has a scope such as {@code import}. Every key has all scopes until keys are scoped (H2). */
    public boolean hasScope(String scope) {
        return known && !scope.isEmpty();
    }
}
