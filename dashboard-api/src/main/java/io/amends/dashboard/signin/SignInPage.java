package io.amends.dashboard.signin;

import io.amends.dashboard.language.PageLanguage;
import io.amends.dashboard.signin.SignIns.Result;
import io.amends.dashboard.signin.core.OwnMachine;
import io.amends.dashboard.signin.core.Session;
import io.amends.dashboard.signin.core.SignInLimits.SignInTry;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Proxies;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Signing in and out (H1). */
@Path("/")
@PermitAll
@Blocking
public class SignInPage {
    private static final int LONGEST_NAME = 200;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIn(
                String refusal, String name, boolean signedOut, boolean builtIn, boolean ownMachine, String otherWay);
    }

    private final SignInMessages messages;
    private final PageLanguage language;
    private final SignIns signIns;
    private final KnownBrowsers browsers;
    private final Sessions sessions;
    private final Person person;
    private final Caller caller;
    private final TypedNames typedNames;
    private final Proxies proxies;
    private final Entrance entrance;
    private final BuiltInSignIn builtIn;
    private final OtherWay otherWay;
    private final boolean ownMachine;

    SignInPage(
            SignInMessages messages,
            PageLanguage language,
            SignIns signIns,
            KnownBrowsers browsers,
            Sessions sessions,
            Person person,
            Caller caller,
            TypedNames typedNames,
            Proxies proxies,
            Entrance entrance,
            BuiltInSignIn builtIn,
            OtherWay otherWay,
            @ConfigProperty(name = "amends.base-url") String base) {
        this.messages = messages;
        this.language = language;
        this.signIns = signIns;
        this.browsers = browsers;
        this.sessions = sessions;
        this.person = person;
        this.caller = caller;
        this.typedNames = typedNames;
        this.proxies = proxies;
        this.entrance = entrance;
        this.builtIn = builtIn;
        this.otherWay = otherWay;
        this.ownMachine = OwnMachine.at(base);
    }

    @GET
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance login(
            @QueryParam("out") @Nullable String signedOut, @QueryParam("oidc") @Nullable String failure) {
        return form(otherWay.refusal(failure), "", signedOut != null);
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @NonBlocking
    public Uni<Response> signIn(
            @FormParam("j_username") @Nullable String name,
            @FormParam("j_password") @Nullable String password,
            @Context RoutingContext context) {
        if (!builtIn.on()) {
            return Uni.createFrom().item(page(403, messages.noPasswords(), "", 0));
        }
        String given = name == null ? "" : name;
        SignInTry who = new SignInTry(given, proxies.client(context.request()), browsers.of(context, given));
        // The answer is made where the password was checked, and nothing there knows who reads it.
        Locale reader = language.atOnce();
        return signIns.attempt(who, password == null ? "" : password)
                .map(result -> language.in(reader, () -> answer(result, given, context)));
    }

    @POST
    @Path("logout")
    public Response logout(@Context RoutingContext context) {
        sessions.end(context, person.user(), caller.signature());
        typedNames.forget();
        Response there = otherWay.leaving(context);
        return there != null
                ? there
                : Response.seeOther(URI.create("/login?out=1")).build();
    }

    private Response answer(Result result, String name, RoutingContext context) {
        if (result.user() != null) {
            browsers.signedIn(context, result.user().name());
            return entrance.enter(context, result.user(), Session.Way.PASSWORD, result.epoch());
        }
        String shown = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        long seconds = waited(result.retryAfter());
        return switch (result.outcome()) {
            case LIMITED -> page(429, messages.tooManyTries(seconds), shown, seconds);
            case BUSY -> page(503, messages.busy(), shown, seconds);
            default -> page(401, messages.noMatch(), shown, 0);
        };
    }

    private TemplateInstance form(String refusal, String name, boolean signedOut) {
        return Templates.signIn(refusal, name, signedOut, builtIn.on(), ownMachine, otherWay.button());
    }

    private Response page(int status, String refusal, String name, long wait) {
        Response.ResponseBuilder answer = Response.status(status)
                .entity(form(refusal, name, false).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
        if (wait > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, wait);
        }
        return answer.build();
    }

    private static long waited(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
