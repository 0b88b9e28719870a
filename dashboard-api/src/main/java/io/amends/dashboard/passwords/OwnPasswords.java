package io.amends.dashboard.passwords;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.dashboard.signin.AuditedPerson;
import io.amends.dashboard.signin.Passwords;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The passwords that people have set, changed by nobody but their owners (H1). */
@ApplicationScoped
class OwnPasswords {
    private final Jdbi jdbi;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final Caller caller;

    OwnPasswords(Jdbi jdbi, Passwords passwords, AuditTrail trail, Caller caller) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.trail = trail;
        this.caller = caller;
    }

    /**
     * Somebody who is stored, as far as their password asks.
     *
     * @param hash null where they have none
     */
    record Owner(@Nullable String email, @Nullable String hash) {}

    /** The owner of that login; empty for who is in the configuration alone. */
    Optional<Owner> of(String login) {
        return jdbi.withHandle(db -> db.createQuery("select email, password_hash from person where login = :login")
                .bind("login", login)
                .map((row, context) -> new Owner(row.getString("email"), row.getString("password_hash")))
                .findOne());
    }

    /** Whether this is the password that they have. Takes long, as it is meant to. */
    boolean is(Owner owner, String password) {
        return passwords.fits(password, owner.hash());
    }

    /**
     * Gives them another password, which ends all their sessions.
     *
     * @param owner as they were when the one before was checked
     * @return false if that is theirs no more
     */
    boolean change(String login, Owner owner, String fresh) {
        String hash = passwords.hash(fresh);
        return jdbi.inTransaction(tx -> {
            boolean changed = tx.createUpdate("update person set password_hash = :hash, version = version + 1"
                                    + " where login = :login and password_hash = :former")
                            .bind("hash", hash)
                            .bind("login", login)
                            .bind("former", owner.hash())
                            .execute()
                    == 1;
            if (changed) {
                trail.add(
                        tx,
                        caller.signature(),
                        AuditChange.of(
                                AuditRecorded.INSTALLATION, AuditAction.PASSWORD_SET, AuditedPerson.subject(login)));
            }
            return changed;
        });
    }
}
