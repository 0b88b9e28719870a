package io.amends.dashboard.passwords;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.contracts.api.PagePaths;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.language.PageLanguage;
import io.amends.dashboard.passwords.InvitationMail.NotTaken;
import io.amends.dashboard.signin.AuditedPerson;
import io.amends.dashboard.signin.BuiltInSignIn;
import io.amends.dashboard.signin.BuiltInUsers;
import io.amends.dashboard.signin.Passwords;
import io.amends.dashboard.signin.core.Tries;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.id.Sha256;
import io.amends.messages.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Invites people to set their first password, by a link that is good once and for a day (H1). The link is in the mail and
 * nowhere else: what is stored is its hash.
 */
@ApplicationScoped
public class Invitations {
    /** How long a link is good. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    private static final int BYTES = 32;
    private static final int MOST_AN_HOUR = 5;

    private final Jdbi jdbi;
    private final InvitationMail mail;
    private final PageLanguage language;
    private final Directory directory;
    private final Passwords passwords;
    private final BuiltInUsers configured;
    private final BuiltInSignIn builtIn;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;
    private final String base;
    private final Tries tries = new Tries(MOST_AN_HOUR, Duration.ofHours(1));
    private final SecureRandom random = new SecureRandom();

    Invitations(
            Jdbi jdbi,
            InvitationMail mail,
            PageLanguage language,
            Directory directory,
            Passwords passwords,
            BuiltInUsers configured,
            BuiltInSignIn builtIn,
            AuditTrail trail,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "amends.base-url") String base) {
        this.jdbi = jdbi;
        this.mail = mail;
        this.language = language;
        this.directory = directory;
        this.passwords = passwords;
        this.configured = configured;
        this.builtIn = builtIn;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
        this.base = base.replaceAll("/+$", "");
    }

    /** What came of inviting somebody. */
    public enum Invited {
        SENT,
        /** The portal has nobody of that login. */
        UNKNOWN,
        /** They have a password, which is theirs alone to change. */
        PASSWORD_SET,
        /** They are switched off in this portal. */
        SWITCHED_OFF,
        /** Nobody signs in by a password here. */
        NO_PASSWORDS,
        /** There is no address to write to. */
        NO_EMAIL,
        /** They were invited often within the hour. */
        TOO_OFTEN,
        /** The mail server did not take the mail. */
        NOT_SENT
    }

    /** Whom a link is for. */
    record Invitee(String login, String name, @Nullable String email) {}

    /** A member of a portal, as far as an invitation asks. */
    private record Member(
            String name, @Nullable String email, @Nullable String contact, boolean passwordSet, boolean active) {
        private Optional<Invited> refusal() {
            if (passwordSet) {
                return Optional.of(Invited.PASSWORD_SET);
            }
            if (!active) {
                return Optional.of(Invited.SWITCHED_OFF);
            }
            return email == null ? Optional.of(Invited.NO_EMAIL) : Optional.empty();
        }
    }

    /**
     * Mails a person of a portal a new link; one that they had is good no more. Blocks until the mail server has answered,
     * and holds no lock meanwhile: the link begins to count when it is out.
     */
    public Invited invite(String portal, String login) {
        if (!builtIn.on()) {
            return Invited.NO_PASSWORDS;
        }
        if (configured.fullName(login) != null) {
            return jdbi.withHandle(db -> member(db, portal, login)).isPresent()
                    ? Invited.PASSWORD_SET
                    : Invited.UNKNOWN;
        }
        Member member = jdbi.withHandle(db -> member(db, portal, login)).orElse(null);
        if (member == null) {
            return Invited.UNKNOWN;
        }
        String email = member.email();
        Optional<Invited> refusal = member.refusal();
        if (refusal.isPresent() || email == null) {
            return refusal.orElse(Invited.NO_EMAIL);
        }
        if (!tries.take(List.of(portal + "/" + login), clock.instant()).isZero()) {
            return Invited.TOO_OFTEN;
        }
        String token = token();
        try {
            language.in(reader(portal, member), () -> {
                mail.send(email, member.name(), login, base + PagePaths.INVITATION + "?t=" + token);
                return token;
            });
        } catch (NotTaken e) {
            return Invited.NOT_SENT;
        }
        return jdbi.inTransaction(tx -> keep(tx, portal, login, member, token));
    }

    /** The mail is in the language of the contact that they are, else in the portal's (C11). */
    private Locale reader(String portal, Member member) {
        String code = member.contact();
        Contact contact = code == null ? null : directory.contacts(portal).get(code);
        return Languages.of(
                contact == null ? null : contact.language(),
                directory.portal(portal).map(Portal::language).orElse(null));
    }

    private Invited keep(Handle tx, String portal, String login, Member mailed, String token) {
        lock(tx, login);
        // What was mailed must still be so: the link went to an address that may be theirs no more.
        Member now = member(tx, portal, login).orElse(null);
        if (!mailed.equals(now)) {
            return now == null ? Invited.UNKNOWN : now.refusal().orElse(Invited.NOT_SENT);
        }
        tx.createUpdate("insert into invitation (login, token_hash, expires_at) values (:login, :hash, :until)"
                        + " on conflict (login) do update"
                        + " set token_hash = excluded.token_hash, expires_at = excluded.expires_at")
                .bind("login", login)
                .bind("hash", Sha256.hex(token))
                .bind("until", clock.instant().plus(GOOD_FOR))
                .execute();
        trail.add(
                tx,
                caller.signature(),
                AuditChange.of(portal, AuditAction.PERSON_INVITED, AuditedPerson.subject(login)));
        return Invited.SENT;
    }

    /** Ends the link that a person has, in the transaction that gives them another address. */
    public void withdraw(Handle tx, String login) {
        tx.createUpdate("delete from invitation where login = :login")
                .bind("login", login)
                .execute();
    }

    /** Whom a link is for; empty if it is none, was used or is over. */
    Optional<Invitee> of(String token) {
        return jdbi.withHandle(db -> of(db, token));
    }

    private Optional<Invitee> of(Handle db, String token) {
        if (!builtIn.on()) {
            return Optional.empty();
        }
        return db.createQuery("select p.login, p.name, p.email from invitation i join person p on p.login = i.login"
                        + " where i.token_hash = :hash and i.expires_at > :now and p.password_hash is null")
                .bind("hash", Sha256.hex(token))
                .bind("now", clock.instant())
                .map((row, context) ->
                        new Invitee(row.getString("login"), row.getString("name"), row.getString("email")))
                .findOne();
    }

    /**
     * Sets the password of whoever has the link, which is used by that.
     *
     * @param password that is let pass by the rules
     * @return false if the link is good no more
     */
    boolean accept(String token, String password, @Nullable String address) {
        Optional<Invitee> known = of(token);
        if (known.isEmpty()) {
            return false; // hashing takes long, and is for nobody
        }
        String hash = passwords.hash(password);
        return jdbi.inTransaction(tx -> {
            lock(tx, known.get().login());
            Invitee invitee = of(tx, token).orElse(null);
            boolean used = invitee != null
                    && tx.createUpdate("delete from invitation where token_hash = :hash")
                                    .bind("hash", Sha256.hex(token))
                                    .execute()
                            == 1;
            if (invitee == null || !used) {
                return false;
            }
            tx.createUpdate("update person set password_hash = :hash, version = version + 1 where login = :login")
                    .bind("hash", hash)
                    .bind("login", invitee.login())
                    .execute();
            trail.add(
                    tx,
                    new Signature(invitee.login(), null, address),
                    AuditChange.of(
                            AuditRecorded.INSTALLATION,
                            AuditAction.PASSWORD_SET,
                            AuditedPerson.subject(invitee.login())));
            return true;
        });
    }

    /** Lets nobody else change the person until the transaction ends, such as who links them with a provider. */
    private static void lock(Handle tx, String login) {
        tx.createQuery("select login from person where login = :login for update")
                .bind("login", login)
                .mapTo(String.class)
                .findOne();
    }

    private static Optional<Member> member(Handle db, String portal, String login) {
        return db.createQuery("select p.name, p.email, m.contact, p.password_hash is not null as password_set, m.active"
                        + " from membership m join person p on p.login = m.login"
                        + " where m.portal = :portal and m.login = :login")
                .bind("portal", portal)
                .bind("login", login)
                .map((row, context) -> new Member(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("contact"),
                        row.getBoolean("password_set"),
                        row.getBoolean("active")))
                .findOne();
    }

    private String token() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
