package io.amends.dashboard.layout;

import io.amends.dashboard.language.PageLanguage;
import io.amends.dashboard.layout.core.HiddenControls;
import io.amends.dashboard.signin.PublicAddress;
import io.amends.dashboard.signin.core.WayBack;
import io.amends.kit.problem.Problem;
import io.amends.kit.problem.ProblemPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Gives people a page where machines get problem details; who is not signed in goes to sign in, and comes back. */
@Provider
@ApplicationScoped
public class ErrorPages implements ContainerResponseFilter, ProblemPage {
    private static final Pattern ENDS = Pattern.compile("[.!?…]$");

    private final LayoutMessages messages;
    private final PageLanguage language;
    private final PublicAddress address;
    private final RoutingContext routing;
    private final String backCookie;

    ErrorPages(
            LayoutMessages messages,
            PageLanguage language,
            PublicAddress address,
            RoutingContext routing,
            @ConfigProperty(name = "amends.session.back-cookie") String backCookie) {
        this.messages = messages;
        this.language = language;
        this.address = address;
        this.routing = routing;
        this.backCookie = backCookie;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(String title, String detail);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (!(response.getEntity() instanceof Problem.Details problem) || forMachines(path)) {
            return;
        }
        response.getHeaders().remove("WWW-Authenticate");
        if (problem.status() == 401) {
            toSignIn(request, response);
            return;
        }
        response.setEntity(page(problem), new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
    }

    @Override
    public @Nullable String html(String path, Problem.Details problem) {
        return forMachines(path) ? null : HiddenControls.shown(page(problem));
    }

    private static boolean forMachines(String path) {
        return path.startsWith("/v1/") || path.startsWith("/q/");
    }

    private String page(Problem.Details problem) {
        return language.in(language.atOnce(), () -> Templates.problem(title(problem), said(problem))
                .render());
    }

    /** The detail, and what is wrong with which parameter: a page has no other place for it. */
    static String said(Problem.Details problem) {
        return Stream.concat(
                        Stream.of(problem.detail()),
                        problem.errors().stream()
                                .filter(error -> !problem.detail().contains(error.reason()))
                                .map(error -> sentence((error.pointer() + " " + error.reason()).strip())))
                .collect(Collectors.joining(" "));
    }

    /** A reason is a phrase or a whole sentence: another service may have written it. */
    private static String sentence(String words) {
        return ENDS.matcher(words).find() ? words : words + ".";
    }

    private void toSignIn(ContainerRequestContext request, ContainerResponseContext response) {
        response.setEntity(null);
        response.setStatus(303);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create("/login"));
        if (request.getMethod().equals("GET")) {
            response.getHeaders()
                    .add(
                            HttpHeaders.SET_COOKIE,
                            new NewCookie.Builder(backCookie)
                                    .value(WayBack.written(
                                            pathAndQuery(request.getUriInfo().getRequestUri())))
                                    .path("/")
                                    .httpOnly(true)
                                    .secure(address.secure(routing.request()))
                                    .sameSite(NewCookie.SameSite.LAX)
                                    .build());
        }
    }

    private static String pathAndQuery(URI page) {
        return page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
    }

    private String title(Problem.Details problem) {
        return switch (problem.status()) {
            case 403 -> messages.notOpen();
            case 404 -> messages.nothingHere();
            case 503 -> messages.partAway();
            default -> problem.status() < 500 ? messages.didNotWork() : messages.wentWrong();
        };
    }
}
