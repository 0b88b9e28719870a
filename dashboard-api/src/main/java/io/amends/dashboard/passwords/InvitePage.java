package io.amends.dashboard.passwords;

import io.amends.contracts.api.PagePaths;
import io.amends.dashboard.passwords.Invitations.Invitee;
import io.amends.dashboard.signin.core.PasswordRules;
import io.amends.kit.access.Proxies;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the link of an invitation leads (H1). Opening it changes nothing, since mail scanners follow links: it is used by
 * the password that is sent.
 */
@Path(PagePaths.INVITATION)
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class InvitePage {
    private static final int WRONG = 422;
    private static final int LONGEST_TOKEN = 200;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance invite(InviteView view);

        static native TemplateInstance set();

        static native TemplateInstance over();
    }

    /**
     * The page, in finished words.
     *
     * @param token of the link
     * @param error what is wrong with what was typed; null if nothing is
     */
    public record InviteView(String token, String login, String welcome, String hint, @Nullable String error) {}

    private final Invitations invitations;
    private final PasswordForm form;
    private final PasswordMessages messages;
    private final Proxies proxies;

    InvitePage(Invitations invitations, PasswordForm form, PasswordMessages messages, Proxies proxies) {
        this.invitations = invitations;
        this.form = form;
        this.messages = messages;
        this.proxies = proxies;
    }

    /** The form. */
    @GET
    public Response open(@QueryParam("t") @Nullable String token) {
        return invitee(token).map(who -> page(200, who, token, null)).orElseGet(InvitePage::over);
    }

    /** Sets the password. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(
            @FormParam("t") @Nullable String token,
            @FormParam("password") @Nullable String password,
            @FormParam("again") @Nullable String again,
            @Context RoutingContext context) {
        Invitee who = invitee(token).orElse(null);
        if (who == null || token == null) {
            return over();
        }
        String error = form.error(password, again, who.login(), who.email());
        if (error != null || password == null) {
            return page(WRONG, who, token, error);
        }
        return invitations.accept(token, password, proxies.client(context.request()))
                ? Response.ok(Templates.set()).build()
                : over();
    }

    private Optional<Invitee> invitee(@Nullable String token) {
        return token == null || token.length() > LONGEST_TOKEN ? Optional.empty() : invitations.of(token);
    }

    private Response page(int status, Invitee who, @Nullable String token, @Nullable String error) {
        InviteView view = new InviteView(
                token == null ? "" : token,
                who.login(),
                messages.welcome(who.name(), who.login()),
                messages.hint(PasswordRules.SHORTEST),
                error);
        return Response.status(status).entity(Templates.invite(view)).build();
    }

    private static Response over() {
        return Response.status(Response.Status.GONE).entity(Templates.over()).build();
    }
}
