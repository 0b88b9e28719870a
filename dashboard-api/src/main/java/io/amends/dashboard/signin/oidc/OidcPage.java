package io.amends.dashboard.signin.oidc;

import io.amends.contracts.StorableText;
import io.amends.dashboard.signin.Vouched;
import io.amends.dashboard.signin.oidc.core.ComingIn;
import io.amends.dashboard.signin.oidc.core.ComingIn.Why;
import io.amends.dashboard.signin.oidc.core.IdClaims;
import io.amends.dashboard.signin.oidc.core.OidcSettings;
import io.amends.kit.access.Proxies;
import io.amends.kit.problem.Problem;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way to the provider and back (H1). The platform has spoken with the provider before a request comes here. */
@Path(OidcTenant.PATH)
@PermitAll
@Blocking
public class OidcPage {
    private static final int LONGEST_ID = 255;

    private final OidcTenant tenant;
    private final OidcAuthenticationMechanism platform;
    private final OidcPeople people;
    private final Vouched vouched;
    private final OidcFailures failures;
    private final SignOutHint hint;
    private final OidcWay way;
    private final OidcMessages messages;
    private final Proxies proxies;

    OidcPage(
            OidcTenant tenant,
            OidcAuthenticationMechanism platform,
            OidcPeople people,
            Vouched vouched,
            OidcFailures failures,
            SignOutHint hint,
            OidcWay way,
            OidcMessages messages,
            Proxies proxies) {
        this.tenant = tenant;
        this.platform = platform;
        this.people = people;
        this.vouched = vouched;
        this.failures = failures;
        this.hint = hint;
        this.way = way;
        this.messages = messages;
        this.proxies = proxies;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance refused(String said, String id);
    }

    @GET
    public Response signIn(@Context RoutingContext context) {
        OidcSettings settings = tenant.settings().orElseThrow(() -> Problem.notFound("There is nothing here."));
        CompletedSignIn completed = CompletedSignIn.of(context);
        if (completed != null) {
            return arrive(settings, completed, context);
        }
        boolean comesBack = Stream.of("code", "state", "error")
                .anyMatch(name -> context.request().getParam(name) != null);
        return comesBack ? to(OidcFailures.page(failures.stale())) : begin(context);
    }

    /** Whoever has signed out at the provider. */
    @GET
    @Path("out")
    public Response out() {
        return to("/login?out=1");
    }

    private Response begin(RoutingContext context) {
        ChallengeData challenge;
        try {
            challenge = platform.getChallenge(context).await().atMost(OidcTenant.PATIENCE.multipliedBy(2));
        } catch (RuntimeException e) {
            return to(OidcFailures.page(failures.told(e, context.request())));
        }
        if (challenge == null || challenge.status != Response.Status.FOUND.getStatusCode()) {
            return to(OidcFailures.page(failures.stale()));
        }
        Response.ResponseBuilder there = Response.status(challenge.status);
        challenge.getHeaders().forEach((header, value) -> there.header(header.toString(), value));
        return there.build();
    }

    private Response arrive(OidcSettings settings, CompletedSignIn completed, RoutingContext context) {
        HttpServerRequest request = context.request();
        String address = proxies.client(request);
        IdClaims claims = IdClaims.of(completed.idToken());
        ComingIn comingIn = people.comingIn(settings, claims, address);
        if (comingIn instanceof ComingIn.Refused refused) {
            return refused(refused.why(), claims, address);
        }
        Response in = comingIn instanceof ComingIn.In person ? vouched.enter(context, person.login(), address) : null;
        if (in == null) {
            return refused(Why.NO_ROLE, claims, address);
        }
        failures.count("ok");
        hint.keep(context, completed);
        return in;
    }

    private Response refused(Why why, IdClaims claims, @Nullable String address) {
        failures.count("refused");
        String subject = claims.subject();
        String id = StorableText.printable(subject.substring(0, Math.min(LONGEST_ID, subject.length())));
        failures.refused("identity/" + id, address);
        return Response.status(Response.Status.FORBIDDEN)
                .entity(Templates.refused(said(why), id).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .build();
    }

    private String said(Why why) {
        return switch (why) {
            case UNKNOWN -> messages.unknown(way.provider());
            case EMAIL_TAKEN -> messages.emailTaken(way.provider());
            case NO_LOGIN -> messages.noLogin(way.provider());
            case LOGIN_TAKEN -> messages.loginTaken(way.provider());
            case NO_ROLE -> messages.noRole();
        };
    }

    private static Response to(String page) {
        return Response.seeOther(URI.create(page)).build();
    }
}
