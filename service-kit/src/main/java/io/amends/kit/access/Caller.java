package io.amends.kit.access;

import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sent this request, which portals they may see, and what they may do there. Roles of people come later (H1). */
@RequestScoped
public class Caller {
    private String name = Signature.NOBODY;
    private @Nullable KeyHolder key;
    private @Nullable String address;
    private boolean known;
    private Set<Scope> scopes = Set.of();
    private @Nullable Set<String> portals = Set.of();

    /** It is a person, who may do everything in these portals; null: in all. */
    void is(String callerName, @Nullable Set<String> callerPortals) {
        name = callerName;
        key = null;
        scopes = EnumSet.allOf(Scope.class);
        portals = callerPortals;
        known = true;
    }

    void isKey(KeyHolder holder) {
        name = holder.name();
        key = holder;
        scopes = holder.scopes();
        portals = holder.portals();
        known = true;
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
        return new Signature(name, key == null ? null : key.name(), address);
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

    /** What the caller may do in the portals that they may see (H2). */
    public Set<Scope> scopes() {
        return Collections.unmodifiableSet(scopes);
    }

    /**
     * Requires a scope.
     *
     * @throws Problem 403 that names it, if the caller lacks it
     */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw Problem.forbidden("This needs the scope " + scope.word() + ", which this API key does not have.")
                    .with("scope", scope);
        }
    }

    /** The key that was made and vouches for this request; null for a person, and for a key that is configured. */
    @Nullable
    AccessKey madeKey() {
        return key == null ? null : key.made();
    }

    /** By what the requests of this caller are counted: by the key, and by the person that it acts for. */
    public String account() {
        return (key == null ? "person" : key.account()) + " " + name;
    }
}
