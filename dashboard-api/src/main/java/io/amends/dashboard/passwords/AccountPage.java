package io.amends.dashboard.passwords;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.dashboard.language.OfferedLanguages;
import io.amends.dashboard.language.OfferedLanguages.OfferedLanguage;
import io.amends.dashboard.passwords.OwnPasswords.Owner;
import io.amends.dashboard.signin.AuditedPerson;
import io.amends.dashboard.signin.BuiltInUsers;
import io.amends.dashboard.signin.Person;
import io.amends.dashboard.signin.Sessions;
import io.amends.dashboard.signin.core.PasswordRules;
import io.amends.dashboard.signin.core.Tries;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.RefusalLog;
import io.amends.kit.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where people change their own password (H1). */
@Path("/account")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AccountPage {
    private static final int WRONG = 422;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance account(AccountView view);
    }

    /**
     * The page, in finished words.
     *
     * @param you who is signed in
     * @param elsewhere why the password cannot be changed here; null if it can
     * @param done what was done just now; null where nothing was
     * @param currentError what is wrong with the current password; null if nothing is
     * @param freshError the same of the new one
     * @param languages in which the pages can be read
     */
    public record AccountView(
            String login,
            String you,
            @Nullable String elsewhere,
            String hint,
            @Nullable String done,
            @Nullable String currentError,
            @Nullable String freshError,
            List<OfferedLanguage> languages) {}

    private final OwnPasswords owners;
    private final BuiltInUsers configured;
    private final PasswordForm form;
    private final PasswordMessages messages;
    private final OfferedLanguages languages;
    private final Person person;
    private final Caller caller;
    private final Sessions sessions;
    private final RefusalLog refusals;
    private final Clock clock;
    private final Tries tries;

    AccountPage(
            OwnPasswords owners,
            BuiltInUsers configured,
            PasswordForm form,
            PasswordMessages messages,
            OfferedLanguages languages,
            Person person,
            Caller caller,
            Sessions sessions,
            RefusalLog refusals,
            Clock clock,
            @ConfigProperty(name = "amends.signin.tries-a-minute") int most) {
        this.owners = owners;
        this.configured = configured;
        this.form = form;
        this.messages = messages;
        this.languages = languages;
        this.person = person;
        this.caller = caller;
        this.sessions = sessions;
        this.refusals = refusals;
        this.clock = clock;
        this.tries = new Tries(most, Duration.ofMinutes(1));
    }

    /** The form. */
    @GET
    public Response show() {
        return page(200, login(), null, null, null);
    }

    /** Changes the password. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @FormParam("current") @Nullable String current,
            @FormParam("password") @Nullable String fresh,
            @FormParam("again") @Nullable String again,
            @Context RoutingContext context) {
        String login = login();
        Owner owner = changeable(login).orElse(null);
        if (owner == null) {
            return page(WRONG, login, null, null, null);
        }
        if (!tries.take(List.of(login), clock.instant()).isZero()) {
            return page(429, login, null, messages.tooManyTries(), null);
        }
        if (!owners.is(owner, current == null ? "" : current)) {
            refusals.refused(
                    AuditRecorded.INSTALLATION,
                    AuditAction.SIGN_IN_FAILED,
                    AuditedPerson.subject(login),
                    caller.signature());
            return page(WRONG, login, null, messages.wrong(), null);
        }
        tries.giveBack(List.of(login));
        String error = form.error(fresh, again, login, owner.email());
        if (error != null || fresh == null) {
            return page(WRONG, login, null, null, error);
        }
        if (!owners.change(login, owner, fresh)) {
            return page(WRONG, login, null, messages.wrong(), null);
        }
        sessions.renew(context, login);
        return page(200, login, messages.changed(), null, null);
    }

    /** @throws Problem 404 where no person is signed in */
    private String login() {
        String login = person.user();
        if (login == null) {
            throw Problem.notFound(messages.forPeople());
        }
        return login;
    }

    private Optional<Owner> changeable(String login) {
        return configured.fullName(login) != null
                ? Optional.empty()
                : owners.of(login).filter(owner -> owner.hash() != null);
    }

    private Response page(
            int status,
            String login,
            @Nullable String done,
            @Nullable String currentError,
            @Nullable String freshError) {
        String elsewhere = configured.fullName(login) != null
                ? messages.configured()
                : changeable(login).isPresent() ? null : messages.none();
        String name = person.fullName();
        AccountView view = new AccountView(
                login,
                messages.you(name == null ? login : name, login),
                elsewhere,
                messages.hint(PasswordRules.SHORTEST),
                done,
                currentError,
                freshError,
                languages.offered());
        return Response.status(status).entity(Templates.account(view)).build();
    }
}
