package io.amends.kit.access;

import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sent this request and which portals they may see. Roles come later and have their place here. */
@RequestScoped
public class Caller {
    private String name = Signature.NOBODY;
    private @Nullable String key;
    private @Nullable String address;
    private boolean known;
    private @Nullable Set<String> portals = Set.of();

    void is(String callerName, @Nullable Set<String> callerPortals) {
        name = callerName;
        key = null;
        portals = callerPortals;
        known = true;
    }

    void isKey(String keyName, @Nullable Set<String> keyPortals) {
        is(keyName, keyPortals);
        key = keyName;
    }

    void actsFor(String person) {
        name = person;
    }

    void comesFrom(String networkAddress) {
        address = networkAddress;
    }

    /** The user's or the key's name; where a service says for whom it acts, that person's. */
    public String name() {
        return name;
    }

    /** What is stored with everything that the caller writes: the person, the key that vouches for them, from where. */
    public Signature signature() {
        return new Signature(name, key, address);
    }

    /** Whether a key or a session was given. */
    public boolean known() {
        return known;
    }

    /** Whether the caller may see a portal. */
    public boolean may(String cpc) {
        return known && (portals == null || portals.contains(cpc));
    }

    /** Whether the caller may see all portals, and so what belongs to none. */
    public boolean mayAll() {
        return known && portals == null;
    }

    /**
     * Requires a portal.
     *
     * @throws Problem 404 if the caller may not see it, word by word as where there is none
     */
    public void require(String cpc) {
        if (!may(cpc)) {
            throw Problem.noPortal(cpc);
        }
    }

    /** Whether the caller has a scope such as {@code import}. Every key has all scopes until keys are scoped (H2). */
    public boolean hasScope(String scope) {
        return known && !scope.isEmpty();
    }
}
