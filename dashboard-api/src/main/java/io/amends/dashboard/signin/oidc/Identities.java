package io.amends.dashboard.signin.oidc;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.contracts.StorableText;
import io.amends.dashboard.passwords.Invitations;
import io.amends.dashboard.signin.AuditedPerson;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whom a provider knows a person as (H1): a subject of its issuer. */
@ApplicationScoped
public class Identities {
    private static final int LONGEST = 255;

    private final Invitations invitations;
    private final AuditTrail trail;
    private final Clock clock;

    Identities(Invitations invitations, AuditTrail trail, Clock clock) {
        this.invitations = invitations;
        this.trail = trail;
        this.clock = clock;
    }

    /** Why that is no subject, as a phrase that says what it must be; null if it is one. */
    static @Nullable String fault(String subject) {
        return StorableText.blank(subject) ? "is missing" : StorableText.fault(subject, LONGEST);
    }

    /** Who is known as that; empty: nobody. */
    Optional<String> login(Handle tx, String issuer, String subject) {
        return tx.createQuery("SELECT login FROM person_identity WHERE issuer = :issuer AND subject = :subject")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne();
    }

    /** As what a person is known; empty: not at all. */
    Optional<String> subject(Handle tx, String issuer, String login) {
        return tx.createQuery("SELECT subject FROM person_identity WHERE issuer = :issuer AND login = :login")
                .bind("issuer", issuer)
                .bind("login", login)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Makes a person known as that. Their password and the link to set one go: whoever had set it before may be somebody else, who would have
     * whatever the provider's claims give.
     */
    void link(Handle tx, String issuer, String subject, String login, Signature by) {
        tx.createUpdate("INSERT INTO person_identity (issuer, subject, login, linked_at)"
                        + " VALUES (:issuer, :subject, :login, :now)")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("login", login)
                .bind("now", clock.instant())
                .execute();
        tx.createUpdate("UPDATE person SET password_hash = NULL, version = version + 1"
                        + " WHERE login = :login AND password_hash IS NOT NULL")
                .bind("login", login)
                .execute();
        invitations.withdraw(tx, login);
        trail.add(tx, by, change(AuditAction.IDENTITY_LINKED, login).now(told(issuer, subject)));
    }

    /** Makes a person known no more. */
    void unlink(Handle tx, String issuer, String subject, String login, Signature by) {
        tx.createUpdate("DELETE FROM person_identity WHERE issuer = :issuer AND subject = :subject AND login = :login")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("login", login)
                .execute();
        trail.add(tx, by, change(AuditAction.IDENTITY_UNLINKED, login).was(told(issuer, subject)));
    }

    /** An identity as the audit log tells it. */
    static Map<String, String> told(String issuer, String subject) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("issuer", issuer);
        identity.put("subject", subject);
        return identity;
    }

    private static AuditChange change(AuditAction what, String login) {
        return AuditChange.of(AuditRecorded.INSTALLATION, what, AuditedPerson.subject(login));
    }
}
