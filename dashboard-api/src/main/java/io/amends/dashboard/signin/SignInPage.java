package io.amends.dashboard.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Signing in and out (H1). The form posts to the platform's form authentication, which sets the session cookie. */
@Path("/")
@PermitAll
@Blocking
public class SignInPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIn(boolean wrong, boolean signedOut);
    }

    private final String cookie;

    SignInPage(@ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String cookie) {
        this.cookie = cookie;
    }

    @GET
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance login(
            @QueryParam("wrong") @Nullable String wrong, @QueryParam("out") @Nullable String signedOut) {
        return Templates.signIn(wrong != null, signedOut != null);
    }

    @POST
    @Path("logout")
    public Response logout() {
        return Response.seeOther(URI.create("/login?out=1"))
                .cookie(new NewCookie.Builder(cookie)
                        .path("/")
                        .maxAge(0)
                        .httpOnly(true)
                        .build())
                .build();
    }
}
