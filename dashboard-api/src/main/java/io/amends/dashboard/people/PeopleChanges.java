package io.amends.dashboard.people;

import io.amends.contracts.access.Role;
import io.amends.contracts.access.Scope;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.PortalDeleted;
import io.amends.dashboard.passwords.Invitations;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.people.core.Membership;
import io.amends.dashboard.people.core.WantedPerson;
import io.amends.dashboard.signin.BuiltInUsers;
import io.amends.dashboard.signin.Epochs;
import io.amends.kit.access.Caller;
import io.amends.kit.http.IfMatch;
import io.amends.kit.rights.RoleScopes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Every change of what a person is (H1): a call is a transaction, one at a time, so that two who each remove another admin
 * leave one.
 */
@ApplicationScoped
public class PeopleChanges {
    private final PersonRows people;
    private final MemberRows members;
    private final PeopleList list;
    private final Directory directory;
    private final BuiltInUsers configured;
    private final Epochs epochs;
    private final Invitations invitations;
    private final Jdbi jdbi;
    private final PeopleTrail trail;
    private final Caller caller;
    private final Clock clock;

    PeopleChanges(
            PersonRows people,
            MemberRows members,
            PeopleList list,
            Directory directory,
            BuiltInUsers configured,
            Epochs epochs,
            Invitations invitations,
            Jdbi jdbi,
            PeopleTrail trail,
            Caller caller,
            Clock clock) {
        this.people = people;
        this.members = members;
        this.list = list;
        this.directory = directory;
        this.configured = configured;
        this.epochs = epochs;
        this.invitations = invitations;
        this.jdbi = jdbi;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    /** What came of a change. */
    public sealed interface PersonChange {
        /**
         * They are this now.
         *
         * @param created whether they were nothing in the portal before
         * @param elsewhere whether somebody else than the portal looks after their name and email, which were left as they are
         */
        record Saved(ListedPerson person, boolean created, boolean elsewhere) implements PersonChange {}

        /** They are nothing in the portal any more. */
        record Removed(String name) implements PersonChange {}

        /**
         * Nothing was changed.
         *
         * @param lacking the scopes that whoever asks does not have; empty for every other reason
         */
        record Refused(PersonRefusal why, Set<Scope> lacking) implements PersonChange {
            Refused(PersonRefusal why) {
                this(why, Set.of());
            }
        }
    }

    /** Why nothing is changed. */
    public enum PersonRefusal {
        /** The portal is not there, or not any more. */
        NO_PORTAL,
        /** The portal has nobody of that login. */
        UNKNOWN,
        /** Somebody has that login in another case. */
        LOGIN_ALIKE,
        /** Somebody else has changed them since they were read. */
        CHANGED_SINCE,
        /** Without them the portal would have no admin. */
        LAST_ADMIN,
        /** A role may do what whoever gives it may not. */
        BEYOND_THE_ASKER
    }

    /**
     * What stays of a person, whoever puts them.
     *
     * @param email null: they have none, and are given none
     */
    public record KeptNames(String name, @Nullable String email) {}

    /**
     * What is known of a login before somebody of it is put into a portal.
     *
     * @param alike whether somebody has it in another case, so that it is refused
     * @param kept what is left as it is; null where name and email are those that are put
     */
    public record Foreseen(boolean alike, @Nullable KeptNames kept) {}

    /**
     * One of many who are put.
     *
     * @param wanted without a fault
     * @param tag of what they are to be afterwards
     */
    public record PersonPut(String login, WantedPerson wanted, IfMatch seen, String tag) {}

    /** What a put of this login would find. */
    @Transactional
    public Foreseen foresee(String portal, String login) {
        return jdbi.withHandle(tx -> new Foreseen(alike(login), kept(tx, portal, login)));
    }

    /**
     * Puts all of these people into a portal, by the rules of one, or nobody: where one is refused, or would become
     * something else than was expected.
     *
     * @return whether they are put
     */
    @Transactional
    public boolean putAll(String portal, List<PersonPut> wanted) {
        // Whoever becomes an admin comes first: then the last admin is the last one of the whole.
        List<PersonPut> ordered = wanted.stream()
                .sorted(Comparator.comparing(
                        (PersonPut one) -> !one.wanted().membership().admin()))
                .toList();
        for (PersonPut one : ordered) {
            PersonChange change = put(portal, one.login(), one.wanted(), one.seen());
            if (!(change instanceof PersonChange.Saved saved)
                    || !saved.person().tag().equals(one.tag())) {
                QuarkusTransaction.setRollbackOnly();
                return false;
            }
        }
        return true;
    }

    /** Adds a person who has no fault to a portal, or makes them something else there. */
    @Transactional
    PersonChange put(String portal, String login, WantedPerson wanted, IfMatch seen) {
        return jdbi.withHandle(tx -> {
            PeopleLock.hold(tx);
            if (!there(portal)) {
                return new PersonChange.Refused(PersonRefusal.NO_PORTAL);
            }
            if (alike(login)) {
                return new PersonChange.Refused(PersonRefusal.LOGIN_ALIKE);
            }
            ListedPerson before = list.find(tx, portal, login).orElse(null);
            if (!seen.fits(before == null ? null : before.tag())) {
                return new PersonChange.Refused(PersonRefusal.CHANGED_SINCE);
            }
            Membership membership = wanted.membership();
            if (before != null && before.membership().admin() && !membership.admin() && lastAdmin(portal, login)) {
                return new PersonChange.Refused(PersonRefusal.LAST_ADMIN);
            }
            KeptNames kept = kept(tx, portal, login);
            Set<Scope> lacking = RoleScopes.lacking(given(before, wanted, kept != null), caller.scopes(portal));
            if (!lacking.isEmpty()) {
                return new PersonChange.Refused(PersonRefusal.BEYOND_THE_ASKER, lacking);
            }
            store(tx, portal, login, wanted, kept);
            ListedPerson after = list.find(tx, portal, login).orElseThrow();
            endIfNothing(tx, login);
            trail.changed(tx, portal, before, after);
            return new PersonChange.Saved(after, before == null, kept != null);
        });
    }

    /** Removes a person from a portal; who is nothing anywhere any more is forgotten. */
    @Transactional
    PersonChange remove(String portal, String login, IfMatch seen) {
        return jdbi.withHandle(tx -> {
            PeopleLock.hold(tx);
            ListedPerson before = list.find(tx, portal, login).orElse(null);
            if (before == null) {
                return new PersonChange.Refused(PersonRefusal.UNKNOWN);
            }
            if (!seen.fits(before.tag())) {
                return new PersonChange.Refused(PersonRefusal.CHANGED_SINCE);
            }
            if (before.membership().admin() && lastAdmin(portal, login)) {
                return new PersonChange.Refused(PersonRefusal.LAST_ADMIN);
            }
            forget(tx, portal, before);
            return new PersonChange.Removed(before.name());
        });
    }

    /** Removes everybody from a portal, in the transaction that deletes it. */
    void removeAll(@Observes PortalDeleted gone) {
        String portal = gone.cpc();
        jdbi.useHandle(tx -> {
            PeopleLock.hold(tx);
            members.in(portal).stream()
                    .map(member -> list.find(tx, portal, member.id().login()).orElseThrow())
                    .forEach(person -> forget(tx, portal, person));
        });
    }

    private void forget(Handle tx, String portal, ListedPerson person) {
        String login = person.login();
        members.delete(members.of(portal, login).orElseThrow());
        members.flush();
        endIfNothing(tx, login);
        if (members.of(login).isEmpty()) {
            people.of(login).ifPresent(people::delete);
            people.flush();
        }
        trail.changed(tx, portal, person, null);
    }

    private boolean there(String portal) {
        // The portal's deletion waits for the same lock, and so removes these people as well, or has been seen before.
        return portal.equals(Logins.INSTALLATION)
                || directory.codes(EntryType.PORTAL, portal).contains(portal);
    }

    private boolean alike(String login) {
        return people.alike(login)
                .map(PersonRow::login)
                .or(() -> configured.alike(login))
                .filter(other -> !other.equals(login))
                .isPresent();
    }

    /** What stays of somebody beyond this portal; null where the portal looks after all of them. */
    private @Nullable KeptNames kept(Handle tx, String portal, String login) {
        PersonRow person = people.of(login).orElse(null);
        if (person != null) {
            return elsewhere(tx, portal, login) ? new KeptNames(person.name(), person.email()) : null;
        }
        String name = configured.fullName(login);
        // Nobody gives an email to somebody whom the configuration names: it would be a way to become them.
        return name == null ? null : new KeptNames(name, null);
    }

    /** Whether the login is somebody's beyond this portal. Who looks after the installation looks after every name in it. */
    private boolean elsewhere(Handle tx, String portal, String login) {
        // By a name and an email of their own choice, an admin could become whom a provider vouches for.
        if (configured.fullName(login) != null || vouchedFor(tx, login)) {
            return true;
        }
        return !portal.equals(Logins.INSTALLATION)
                && members.of(login).stream()
                        .anyMatch(member -> !member.id().portal().equals(portal));
    }

    private static boolean vouchedFor(Handle tx, String login) {
        return tx.createQuery("select exists (select from person_identity where login = :login)")
                .bind("login", login)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * The roles that a put gives: to the person, or, with another email, to whoever reads that mailbox.
     *
     * @param emailKept whether the email is left as it is
     */
    private static Set<Role> given(@Nullable ListedPerson before, WantedPerson wanted, boolean emailKept) {
        EnumSet<Role> given = EnumSet.noneOf(Role.class);
        Membership after = wanted.membership();
        boolean same = before != null && before.membership().equals(after);
        boolean switchedOff =
                before != null && !after.active() && before.membership().roles().containsAll(after.roles());
        if (!same && !switchedOff) {
            given.addAll(after.roles());
        }
        if (before != null && !emailKept && !Objects.equals(before.email(), wanted.email())) {
            given.addAll(before.membership().roles());
            given.addAll(before.claimedRoles());
        }
        return given;
    }

    private boolean lastAdmin(String portal, String login) {
        if (portal.equals(Logins.INSTALLATION) && configured.any()) {
            return false;
        }
        return members.in(portal).stream()
                .filter(member -> !member.id().login().equals(login))
                .noneMatch(member -> member.membership().admin());
    }

    private void store(Handle tx, String portal, String login, WantedPerson wanted, @Nullable KeptNames kept) {
        PersonRow person = people.of(login).orElse(null);
        if (person == null) {
            people.persist(new PersonRow(
                    login,
                    kept == null ? wanted.givenName() : kept.name(),
                    kept == null ? wanted.email() : kept.email(),
                    clock.instant()));
        } else if (kept == null) {
            if (!Objects.equals(person.email(), wanted.email())) {
                // Whoever set the password may be somebody else than the address is of.
                invitations.withdraw(tx, login);
                person.forgetPassword();
                epochs.end(tx, login);
            }
            person.is(wanted.givenName(), wanted.email(), clock.instant());
        }
        MemberRow member = members.of(portal, login).orElse(null);
        if (member == null) {
            members.persist(new MemberRow(new MemberRow.Id(portal, login), wanted.membership()));
        } else {
            member.become(wanted.membership());
        }
        members.flush();
    }

    /** Ends the sessions of whoever is nothing anywhere now, for good: also if they are made something again. */
    private void endIfNothing(Handle tx, String login) {
        boolean configuredToo = configured.fullName(login) != null;
        if (!configuredToo
                && members.of(login).stream()
                        .noneMatch(member -> member.membership().active())) {
            epochs.end(tx, login);
        }
    }
}
