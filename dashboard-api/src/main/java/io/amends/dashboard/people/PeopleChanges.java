package io.amends.dashboard.people;

import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.PortalDeleted;
import io.amends.dashboard.passwords.Invitations;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.people.core.Membership;
import io.amends.dashboard.people.core.WantedPerson;
import io.amends.dashboard.signin.BuiltInUsers;
import io.amends.dashboard.signin.Epochs;
import io.amends.kit.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Every change of what a person is (H1): a call is a transaction, one at a time, so that two who each remove another admin
 * leave one.
 */
@ApplicationScoped
class PeopleChanges {
    private final PersonRows people;
    private final MemberRows members;
    private final PeopleList list;
    private final Directory directory;
    private final BuiltInUsers configured;
    private final Epochs epochs;
    private final Invitations invitations;
    private final Jdbi jdbi;
    private final PeopleTrail trail;

    PeopleChanges(
            PersonRows people,
            MemberRows members,
            PeopleList list,
            Directory directory,
            BuiltInUsers configured,
            Epochs epochs,
            Invitations invitations,
            Jdbi jdbi,
            PeopleTrail trail) {
        this.people = people;
        this.members = members;
        this.list = list;
        this.directory = directory;
        this.configured = configured;
        this.epochs = epochs;
        this.invitations = invitations;
        this.jdbi = jdbi;
        this.trail = trail;
    }

    /** What came of a change. */
    sealed interface PersonChange {
        /**
         * They are this now.
         *
         * @param created whether they were nothing in the portal before
         * @param elsewhere whether somebody else than the portal looks after their name and email, which were left as they are
         */
        record Saved(ListedPerson person, boolean created, boolean elsewhere) implements PersonChange {}

        /** They are nothing in the portal any more. */
        record Removed(String name) implements PersonChange {}

        /** Nothing was changed. */
        record Refused(PersonRefusal why) implements PersonChange {}
    }

    /** Why nothing is changed. */
    enum PersonRefusal {
        /** The portal is not there, or not any more. */
        NO_PORTAL,
        /** The portal has nobody of that login. */
        UNKNOWN,
        /** Somebody has that login in another case. */
        LOGIN_ALIKE,
        /** Somebody else has changed them since they were read. */
        CHANGED_SINCE,
        /** Without them the portal would have no admin. */
        LAST_ADMIN
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
            boolean elsewhere = elsewhere(tx, portal, login);
            store(tx, portal, login, wanted, elsewhere);
            ListedPerson after = list.find(tx, portal, login).orElseThrow();
            endIfNothing(tx, login);
            trail.changed(tx, portal, before, after);
            return new PersonChange.Saved(after, before == null, elsewhere);
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

    private boolean lastAdmin(String portal, String login) {
        if (portal.equals(Logins.INSTALLATION) && configured.any()) {
            return false;
        }
        return members.in(portal).stream()
                .filter(member -> !member.id().login().equals(login))
                .noneMatch(member -> member.membership().admin());
    }

    private void store(Handle tx, String portal, String login, WantedPerson wanted, boolean elsewhere) {
        PersonRow person = people.of(login).orElse(null);
        if (person == null) {
            String name = configured.fullName(login);
            // Nobody gives an email to somebody whom the configuration names: it would be a way to become them.
            people.persist(new PersonRow(
                    login, name == null ? wanted.givenName() : name, name == null ? wanted.email() : null));
        } else if (!elsewhere) {
            if (!Objects.equals(person.email(), wanted.email())) {
                // Whoever set the password may be somebody else than the address is of.
                invitations.withdraw(tx, login);
                person.forgetPassword();
                epochs.end(tx, login);
            }
            person.is(wanted.givenName(), wanted.email());
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
