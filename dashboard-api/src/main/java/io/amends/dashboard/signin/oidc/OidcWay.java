package io.amends.dashboard.signin.oidc;

import io.amends.dashboard.signin.OtherWay;
import io.amends.dashboard.signin.oidc.OidcFailures.Failure;
import io.amends.dashboard.signin.oidc.core.OidcSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the pages of signing in and out say of OpenID Connect (H1). */
@ApplicationScoped
public class OidcWay implements OtherWay {
    private final OidcTenant tenant;
    private final SignOutHint hint;
    private final OidcMessages messages;

    OidcWay(OidcTenant tenant, SignOutHint hint, OidcMessages messages) {
        this.tenant = tenant;
        this.hint = hint;
        this.messages = messages;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance leaving(String there, String provider);
    }

    @Override
    public String button() {
        return tenant.settings().isEmpty() ? "" : messages.signInWith(provider());
    }

    @Override
    public String refusal(@Nullable String word) {
        return Stream.of(Failure.values())
                .filter(failure -> failure.word().equals(word))
                .findFirst()
                .map(this::said)
                .orElse("");
    }

    private String said(Failure failure) {
        return switch (failure) {
            case AWAY -> messages.away(provider());
            case FAILED -> messages.failed(provider());
            case STALE -> messages.stale();
        };
    }

    /** What people call the provider. */
    String provider() {
        String name = tenant.settings().map(OidcSettings::name).orElse(null);
        return name == null ? messages.yourOrganisation() : name;
    }

    @Override
    public @Nullable Response leaving(RoutingContext context) {
        String there = hint.take(context);
        // A page that leads there by itself: browsers do not follow a form of ours to another site (form-action).
        return there == null
                ? null
                : Response.ok(Templates.leaving(there, provider()).render())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .header("Refresh", "0; url=" + there)
                        .build();
    }
}
