package io.amends.kit.access;

import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Role;
import io.amends.contracts.access.Scope;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
import io.amends.kit.rights.RoleScopes;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who sent this request, which portals they may see, and what they may do there: an API key by its scopes (H2), a person by
 * their roles (H1).
 */
@RequestScoped
public class Caller {
    private String name = Signature.NOBODY;
    private @Nullable KeyHolder key;
    private @Nullable PersonRoles person;
    private @Nullable String address;
    private @Nullable String portal;

    /** It is a person who signed in here. */
    void is(String callerName, PersonRoles roles) {
        name = callerName;
        person = roles;
        key = null;
    }

    void isKey(KeyHolder holder) {
        name = holder.name();
        key = holder;
        person = null;
    }

    /**
     * The key that is known says for whom it asks.
     *
     * @throws Problem 404 if the portal that the person asks about is not one of the key's
     */
    void actsFor(ActingPerson acting) {
        require(acting.portal());
        name = acting.name();
        person = PersonRoles.only(acting.portal(), acting.roles());
        if (acting.address() != null) {
            address = acting.address();
        }
    }

    void comesFrom(String networkAddress) {
        address = networkAddress;
    }

    void asksAbout(String cpc) {
        portal = cpc;
    }

    /** The one portal that the address of the request names; null where it names none, or several. */
    public @Nullable String portal() {
        return portal;
    }

    /** The user's or the key's name; where a service says for whom it acts, that person's. */
    public String name() {
        return name;
    }

    /**
     * The id of the API key that the request came with, the same after a rotation; of a configured key its name. Null for a
     * session.
     */
    public @Nullable String keyId() {
        if (key == null) {
            return null;
        }
        return key.made() == null ? key.name() : key.made().keyId();
    }

    /** What is stored with everything that the caller writes: the person, the key that vouches for them, from where. */
    public Signature signature() {
        return new Signature(name, key == null ? null : key.name(), address);
    }

    /** Whether a key or a session was given. */
    public boolean known() {
        return key != null || person != null;
    }

    /** What the person is in each portal; null for a key that acts for nobody, and where nobody is known. */
    public @Nullable PersonRoles person() {
        return person;
    }

    /** Whether a portal exists for the caller. */
    public boolean may(String cpc) {
        if (person != null) {
            return person.in(cpc).here();
        }
        return key != null && (key.portals() == null || key.portals().contains(cpc));
    }

    /** Whether the caller may see all portals, and so what belongs to none. */
    public boolean mayAll() {
        if (person != null) {
            return person.everywhere().contains(Role.ADMIN);
        }
        return key != null && key.portals() == null;
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

    /** Whether the caller may do something in a portal. A key may: its scopes were asked at the door. */
    public Rights.Ruling answer(String cpc, Permission permission, Matter matter) {
        if (permission == Permission.MAKE_PORTALS && mayAll()) {
            return Rights.Ruling.YES; // a role over the installation, so that no row of a portal's table says it
        }
        if (person != null) {
            return Rights.may(person.in(cpc), permission, matter);
        }
        if (!may(cpc)) {
            return Rights.Ruling.UNSEEN;
        }
        return permission == Permission.MAKE_PORTALS ? Rights.Ruling.NO : Rights.Ruling.YES;
    }

    /** Whether the caller may do something in a portal by themselves, such as a page asks before it shows the button. */
    public boolean may(String cpc, Permission permission, Matter matter) {
        return answer(cpc, permission, matter) == Rights.Ruling.YES;
    }

    /**
     * Whether the caller may see in an answer what routes of its own ask more for than this one does: a key by its scope, a
     * person by their roles.
     */
    public boolean sees(String cpc, Scope scope, Permission permission) {
        return person == null ? key != null && key.scopes().contains(scope) : may(cpc, permission, Matter.PORTAL);
    }

    /**
     * Requires that the caller may do something by themselves.
     *
     * @param missing what is told where the matter is not there, and so also where the caller may not see it
     * @throws Problem 403 in words, if they see it and may not
     */
    public void require(String cpc, Permission permission, Matter matter, Problem missing) {
        switch (answer(cpc, permission, matter)) {
            case YES -> {}
            case PROPOSE -> throw refused("You may propose this, and not do it yourself", permission);
            case NO -> throw refused("You may see this, and not do it", permission);
            case UNSEEN -> throw missing;
        }
    }

    /** What of a portal the caller may see by a permission to see, for the WHERE of a query. */
    public Sight sight(String cpc, Permission permission) {
        if (person != null) {
            return Rights.sight(person.in(cpc), permission);
        }
        return may(cpc) ? Sight.ALL : Sight.NOTHING;
    }

    /** What the caller may do in the portals that they may see, as scopes of keys say it (H2): an admin may all but {@code ops}. */
    public Set<Scope> scopes(String cpc) {
        if (person == null) {
            return key == null ? Set.of() : Collections.unmodifiableSet(key.scopes());
        }
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        if (person.in(cpc).roles().contains(Role.ADMIN)) {
            scopes.addAll(RoleScopes.of(Role.ADMIN));
        }
        if (person.everywhere().contains(Role.OPS)) {
            scopes.add(Scope.OPS);
        }
        return scopes;
    }

    /**
     * Requires a scope of a key.
     *
     * @throws Problem 403 that names it, if the key lacks it, and for people: they have roles instead
     */
    public void require(Scope scope) {
        if (person != null) {
            throw Problem.forbidden("This is for API keys with the scope " + scope.word() + ", and not for people.")
                    .with("scope", scope);
        }
        if (key == null || !key.scopes().contains(scope)) {
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

    private static Problem refused(String words, Permission permission) {
        List<Role> roles = Rights.roles(permission);
        String who;
        if (permission == Permission.MAKE_PORTALS) {
            who = "it is for who is admin of all portals.";
        } else if (roles.isEmpty()) {
            who = "it is not for people.";
        } else {
            who = "it is for " + roles.stream().map(Role::word).collect(Collectors.joining(" and ")) + ".";
        }
        return Problem.forbidden(words + ": " + who).with("roles", roles);
    }
}
