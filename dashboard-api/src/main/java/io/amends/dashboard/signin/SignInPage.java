package io.amends.dashboard.signin;

import io.amends.dashboard.signin.SignIns.Result;
import io.amends.dashboard.signin.core.WayBack;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Proxies;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
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

        static native TemplateInstance signIn(String refusal, String name, boolean signedOut);
    }

    private final SignInMessages messages;
    private final SignIns signIns;
    private final Sessions sessions;
    private final Person person;
    private final Caller caller;
    private final TypedNames typedNames;
    private final Proxies proxies;
    private final String backCookie;

    SignInPage(
            SignInMessages messages,
            SignIns signIns,
            Sessions sessions,
            Person person,
            Caller caller,
            TypedNames typedNames,
            Proxies proxies,
            @ConfigProperty(name = "amends.session.back-cookie") String backCookie) {
        this.messages = messages;
        this.signIns = signIns;
        this.sessions = sessions;
        this.person = person;
        this.caller = caller;
        this.typedNames = typedNames;
        this.proxies = proxies;
        this.backCookie = backCookie;
    }

    @GET
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance login(@QueryParam("out") @Nullable String signedOut) {
        return Templates.signIn("", "", signedOut != null);
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
        String given = name == null ? "" : name;
        HttpServerRequest request = context.request();
        String back = request.getCookie(backCookie) == null
                ? null
                : request.getCookie(backCookie).getValue();
        return signIns.attempt(given, password == null ? "" : password, proxies.client(request))
                .map(result -> answer(result, given, back, context));
    }

    @POST
    @Path("logout")
    public Response logout(@Context RoutingContext context) {
        sessions.end(context, person.user(), caller.signature());
        typedNames.forget();
        return Response.seeOther(URI.create("/login?out=1")).build();
    }

    private Response answer(Result result, String name, @Nullable String back, RoutingContext context) {
        if (result.user() != null) {
            sessions.begin(context, result.user(), result.epoch());
            Response.ResponseBuilder there =
                    Response.status(Response.Status.FOUND).location(URI.create(WayBack.read(back)));
            return (back == null ? there : there.cookie(used())).build();
        }
        String shown = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        long seconds = waited(result.retryAfter());
        return switch (result.outcome()) {
            case LIMITED -> page(429, messages.tooManyTries(seconds), shown, seconds);
            case BUSY -> page(503, messages.busy(), shown, seconds);
            default -> page(401, messages.noMatch(), shown, 0);
        };
    }

    private NewCookie used() {
        return new NewCookie.Builder(backCookie)
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .build();
    }

    private static Response page(int status, String refusal, String name, long wait) {
        Response.ResponseBuilder answer = Response.status(status)
                .entity(Templates.signIn(refusal, name, false).render())
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
