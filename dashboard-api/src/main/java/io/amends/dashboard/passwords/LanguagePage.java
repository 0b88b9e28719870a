package io.amends.dashboard.passwords;

import io.amends.dashboard.signin.PublicAddress;
import io.amends.messages.Languages;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where people choose in which language they read the pages (C11). It is kept in their browser, so that signing in is in it
 * too; what is none that is spoken here lets the browser ask again.
 */
@Path("/account/language")
@Blocking
public class LanguagePage {
    private static final Duration KEPT = Duration.ofDays(365);

    private final PublicAddress address;
    private final String cookie;

    LanguagePage(PublicAddress address, @ConfigProperty(name = "amends.session.language-cookie") String cookie) {
        this.address = address;
        this.cookie = cookie;
    }

    /** Keeps the choice. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@FormParam("language") @Nullable String tag, @Context RoutingContext context) {
        boolean spoken = tag != null && Languages.SPOKEN.contains(tag);
        context.response()
                .addCookie(Cookie.cookie(cookie, spoken ? tag : "")
                        .setMaxAge(spoken ? KEPT.toSeconds() : 0)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setSecure(address.secure(context.request())));
        return Response.seeOther(URI.create("/account")).build();
    }
}
