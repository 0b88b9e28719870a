package io.amends.dashboard.signin;

import io.amends.dashboard.signin.core.Session;
import io.amends.dashboard.signin.core.Users;
import io.amends.dashboard.signin.core.WayBack;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets somebody in: their session begins, and they come to the page that they asked for. */
@ApplicationScoped
class Entrance {
    private final Sessions sessions;
    private final PublicAddress address;
    private final String backCookie;

    Entrance(
            Sessions sessions,
            PublicAddress address,
            @ConfigProperty(name = "amends.session.back-cookie") String backCookie) {
        this.sessions = sessions;
        this.address = address;
        this.backCookie = backCookie;
    }

    Response enter(RoutingContext context, Users.User user, Session.Way way, long epoch) {
        sessions.begin(context, user, way, epoch);
        Cookie back = context.request().getCookie(backCookie);
        Response.ResponseBuilder there = Response.status(Response.Status.FOUND)
                .location(URI.create(WayBack.read(back == null ? null : back.getValue())));
        return (back == null ? there : there.cookie(used(context))).build();
    }

    private NewCookie used(RoutingContext context) {
        return new NewCookie.Builder(backCookie)
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .secure(address.secure(context.request()))
                .build();
    }
}
