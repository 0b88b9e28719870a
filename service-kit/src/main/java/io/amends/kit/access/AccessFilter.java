package io.amends.kit.access;

import io.amends.kit.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets known callers in and checks the portal of every path: a bearer key, or whatever identity the platform has
 * established (the pages' sign-in; OpenID Connect later). Resources marked {@link PermitAll} check for themselves.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {
    /** The verified person that a service acts for: a signed-in user, or a report's recipient. */
    public static final String ON_BEHALF_OF = "Amends-On-Behalf-Of";

    /** The address that the person comes from for whom a service acts; believed only together with the person. */
    public static final String FROM_ADDRESS = "Amends-From-Address";

    /** Under which a request keeps its {@link Signature}, for whoever looks at its answer. */
    public static final String SIGNATURE = "amends.signature";

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_NAME = 200;

    private final ApiKeys keys;
    private final Caller caller;
    private final Instance<SecurityIdentity> identity;
    private final Proxies proxies;
    private final RoutingContext routing;

    @Context
    @Nullable
    ResourceInfo resource;

    AccessFilter(
            @ConfigProperty(name = "amends.api-key-hashes", defaultValue = " ") String configured,
            @ConfigProperty(name = "amends.trusted-proxies", defaultValue = " ") String trustedProxies,
            Caller caller,
            Instance<SecurityIdentity> identity,
            RoutingContext routing) {
        this.keys = new ApiKeys(configured);
        this.proxies = new Proxies(trustedProxies);
        this.caller = caller;
        this.identity = identity;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        caller.comesFrom(proxies.client(routing.request()));
        identify(request);
        routing.put(SIGNATURE, caller.signature());
        if (open()) {
            return;
        }
        if (!caller.known()) {
            throw Problem.unauthorized("Send a known API key as 'Authorization: Bearer <key>', or sign in.");
        }
        Stream.concat(
                        request.getUriInfo().getPathParameters().getOrDefault("cpc", java.util.List.of()).stream(),
                        request.getUriInfo().getQueryParameters().getOrDefault("cpc", java.util.List.of()).stream())
                .forEach(caller::require);
    }

    private void identify(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            ApiKeys.Holder holder =
                    keys.holder(authorization.substring(BEARER.length()).trim());
            if (holder == null && !keys.none()) {
                throw Problem.unauthorized("That API key is not known here.");
            }
            if (holder != null) {
                caller.isKey(holder.name(), holder.portals());
                onBehalf(request);
                return;
            }
        }
        if (identity.isResolvable() && !identity.get().isAnonymous()) {
            Set<String> portals = identity.get().getAttribute("portals");
            caller.is(identity.get().getPrincipal().getName(), portals);
        } else if (keys.none()) {
            // Without keys the service listens on loopback only (LoopbackGuard): whoever reaches it owns the machine.
            caller.isKey("local", null);
            onBehalf(request);
        }
    }

    private void onBehalf(ContainerRequestContext request) {
        String person = request.getHeaderString(ON_BEHALF_OF);
        if (person != null && !person.isBlank() && caller.hasScope("on-behalf-of")) {
            caller.actsFor(person.strip()
                    .substring(0, Math.min(LONGEST_NAME, person.strip().length())));
            String address = request.getHeaderString(FROM_ADDRESS);
            if (address != null && Proxies.isAddress(address)) {
                caller.comesFrom(address);
            }
        }
    }

    private boolean open() {
        return resource != null
                && resource.getResourceMethod() != null
                && (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
                        || resource.getResourceClass().isAnnotationPresent(PermitAll.class));
    }
}
