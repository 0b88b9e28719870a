package io.amends.dashboard.signin.oidc;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.contracts.StorableText;
import io.amends.contracts.access.Role;
import io.amends.contracts.directory.MailAddress;
import io.amends.dashboard.people.PeopleLock;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.signin.AuditedPerson;
import io.amends.dashboard.signin.BuiltInUsers;
import io.amends.dashboard.signin.oidc.core.ComingIn;
import io.amends.dashboard.signin.oidc.core.ComingIn.Namesake;
import io.amends.dashboard.signin.oidc.core.IdClaims;
import io.amends.dashboard.signin.oidc.core.OidcSettings;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which person somebody is whom the provider has verified, and what they are by their claims (H1): linked, made and given
 * roles in one transaction, which the audit log is told of.
 */
@ApplicationScoped
public class OidcPeople {
    private static final int LONGEST_NAME = 200;

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final BuiltInUsers configured;
    private final Identities identities;
    private final ClaimedRoles roles;

    OidcPeople(Jdbi jdbi, AuditTrail trail, BuiltInUsers configured, Identities identities, ClaimedRoles roles) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.configured = configured;
        this.identities = identities;
        this.roles = roles;
    }

    /** Lets somebody become who they are, or says why they cannot come in. */
    ComingIn comingIn(OidcSettings settings, IdClaims claims, @Nullable String address) {
        return jdbi.inTransaction(tx -> {
            PeopleLock.hold(tx);
            ComingIn comingIn = ComingIn.of(newcomer(tx, settings, claims));
            if (comingIn instanceof ComingIn.In in) {
                Signature by = new Signature(in.login(), null, address);
                switch (in.how()) {
                    case KNOWN -> {}
                    case LINKED -> identities.link(tx, settings.issuer(), claims.subject(), in.login(), by);
                    case MADE -> {
                        make(tx, settings.issuer(), claims, in.login(), by);
                        identities.link(tx, settings.issuer(), claims.subject(), in.login(), by);
                    }
                }
                Map<String, Set<Role>> claimed = settings.roleMap().of(claims.values(settings.rolesClaim()));
                trail.add(tx, by, roles.replace(tx, in.login(), claimed));
            }
            return comingIn;
        });
    }

    private ComingIn.Newcomer newcomer(Handle tx, OidcSettings settings, IdClaims claims) {
        if (Identities.fault(claims.subject()) != null) {
            throw new IllegalArgumentException("the subject of an ID token is none");
        }
        String login = claims.text(settings.loginClaim())
                .filter(name -> Logins.fault(name) == null)
                .orElse(null);
        return new ComingIn.Newcomer(
                identities
                        .login(tx, settings.issuer(), claims.subject())
                        .map(linked ->
                                new Namesake(linked, configured.alike(linked).isEmpty()))
                        .orElse(null),
                claims.verifiedEmail()
                        .map(email -> namesakes(tx, settings.issuer(), email))
                        .orElse(List.of()),
                login,
                login != null && taken(tx, login),
                settings.provision());
    }

    private List<Namesake> namesakes(Handle tx, String issuer, String email) {
        return tx.createQuery("SELECT p.login, i.login IS NULL AS open FROM person p"
                        + " LEFT JOIN person_identity i ON i.login = p.login AND i.issuer = :issuer"
                        + " WHERE lower(p.email) = lower(:email) ORDER BY p.email_since, p.login")
                .bind("issuer", issuer)
                .bind("email", email)
                .map((row, context) -> new Namesake(
                        row.getString("login"),
                        row.getBoolean("open")
                                && configured.alike(row.getString("login")).isEmpty()))
                .list();
    }

    private boolean taken(Handle tx, String login) {
        return configured.alike(login).isPresent()
                || tx.createQuery("SELECT EXISTS (SELECT FROM person WHERE lower(login) = lower(:login))")
                        .bind("login", login)
                        .mapTo(Boolean.class)
                        .one();
    }

    private void make(Handle tx, String issuer, IdClaims claims, String login, Signature by) {
        String email = claims.verifiedEmail()
                .filter(address -> MailAddress.fault(address) == null)
                .orElse(null);
        tx.createUpdate("INSERT INTO person (login, name, email, version) VALUES (:login, :name, :email, 0)")
                .bind("login", login)
                .bind("name", name(claims, login))
                .bind("email", email)
                .execute();
        trail.add(
                tx,
                by,
                AuditChange.of(AuditRecorded.INSTALLATION, AuditAction.PERSON_PROVISIONED, AuditedPerson.subject(login))
                        .now(Identities.told(issuer, claims.subject())));
    }

    private static String name(IdClaims claims, String login) {
        return claims.text("name")
                .filter(name -> !StorableText.blank(name) && StorableText.nameFault(name, LONGEST_NAME) == null)
                .orElse(login);
    }
}
