package io.amends.kit.access;

import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.kit.access.RequestLimits.Limit;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
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
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets known callers in, as often as their limit allows, and checks the portal and the scope of every path: a bearer key,
 * or whatever identity the platform has established (the pages' sign-in). Resources marked {@link
 * PermitAll} check for themselves.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {
    /** The attribute of the platform's identity that holds the {@link PersonRoles} of whoever signed in. */
    public static final String ROLES = "amends.roles";

    /** Under which a request keeps its {@link Signature}, for whoever looks at its answer. */
    public static final String SIGNATURE = "amends.signature";

    /** Under which a request keeps the one portal that it names, where the caller may see it. */
    public static final String SEEN_PORTAL = "amends.seen-portal";

    private static final String BEARER = "Bearer ";
    private static final String PORTAL = "cpc";
    static final KeyHolder LOCAL = new KeyHolder("local", null, EnumSet.allOf(Scope.class), null);

    private final ApiKeys keys;
    private final KeyUses uses;
    private final RequestLimits limits;
    private final PersonTokens tokens;
    private final boolean tokensTaken;
    private final Caller caller;
    private final Instance<SecurityIdentity> identity;
    private final Proxies proxies;
    private final RoutingContext routing;

    @Context
    @Nullable
    ResourceInfo resource;

    AccessFilter(
            ApiKeys keys,
            KeyUses uses,
            RequestLimits limits,
            PersonTokens tokens,
            @ConfigProperty(name = "amends.person-tokens.taken") boolean tokensTaken,
            Caller caller,
            Instance<SecurityIdentity> identity,
            Proxies proxies,
            RoutingContext routing) {
        this.keys = keys;
        this.uses = uses;
        this.limits = limits;
        this.tokens = tokens;
        this.tokensTaken = tokensTaken;
        this.proxies = proxies;
        this.caller = caller;
        this.identity = identity;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        caller.comesFrom(proxies.client(routing.request()));
        identify(request);
        routing.put(SIGNATURE, caller.signature());
        List<String> portals = portals(request);
        if (portals.size() == 1) {
            caller.asksAbout(portals.get(0));
            if (caller.may(portals.get(0))) {
                routing.put(SEEN_PORTAL, portals.get(0));
            }
        }
        Needs needs = declared(Needs.class);
        Opens page = declared(Opens.class);
        AccessKey made = caller.madeKey();
        if (made != null && needs == null) {
            // Pages act by the service's own key, which may do everything. Asking for them counts like all else.
            limits.take(caller, Limit.CALLS, 1);
            throw Problem.forbidden("This is for people: no scope of an API key opens it.");
        }
        if (open()) {
            return;
        }
        if (!caller.known()) {
            throw Problem.unauthorized("Send a known API key as 'Authorization: Bearer <key>', or sign in.");
        }
        limits.take(caller, needs != null && needs.value() == Scope.SURVEYS_WRITE ? Limit.SURVEYS : Limit.CALLS, 1);
        portals.forEach(caller::require);
        // The portal comes first: of what a caller may not see, nothing is said.
        if (needs != null) {
            if (caller.person() == null) {
                caller.require(needs.value());
            }
            portals.forEach(cpc -> admit(cpc, needs.may()));
        }
        if (page != null) {
            portals.forEach(cpc -> admit(cpc, page.value()));
        }
        if (made != null) {
            uses.used(made);
        }
    }

    /**
     * The portals that the address names, as the resources will read them: {@code ?CPC=} is {@code ?cpc=} to them.
     *
     * @throws Problem 400 if it names several, of which a resource would read one
     */
    private List<String> portals(ContainerRequestContext request) {
        List<String> named = Stream.concat(
                        request.getUriInfo().getPathParameters().getOrDefault(PORTAL, List.of()).stream(),
                        routing.queryParam(PORTAL).stream())
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw Problem.badRequest("A request is about one portal, and this one names several.", List.of());
        }
        return named;
    }

    private void identify(ContainerRequestContext request) {
        String secret = bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Optional<KeyHolder> holder = Optional.empty();
        if (secret != null) {
            holder = open() ? keys.known(secret) : keys.holder(secret);
        }
        if (holder.isPresent()) {
            caller.isKey(holder.get());
            onBehalf(request);
            return;
        }
        if (identity.isResolvable() && !identity.get().isAnonymous()) {
            caller.is(identity.get().getPrincipal().getName(), roles(identity.get()));
        } else if (keys.none()) {
            // Without keys the service listens on loopback only (LoopbackGuard): whoever reaches it owns the machine.
            caller.isKey(LOCAL);
            onBehalf(request);
        }
    }

    /** The API key of an {@code Authorization} header; null where it has none. */
    static @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String secret = authorization.substring(BEARER.length()).trim();
        return secret.isEmpty() ? null : secret;
    }

    /** What somebody who signed in is in every portal. */
    static PersonRoles roles(SecurityIdentity identity) {
        PersonRoles roles = identity.getAttribute(ROLES);
        return roles == null ? PersonRoles.NOBODY : roles;
    }

    private void onBehalf(ContainerRequestContext request) {
        String token = request.getHeaderString(PersonTokens.HEADER);
        if (token == null) {
            return;
        }
        if (!tokensTaken) {
            throw Problem.forbidden("People sign in here: nobody asks in their name.");
        }
        if (caller.madeKey() != null) {
            throw Problem.forbidden("An API key that was made acts for itself, and for no person.");
        }
        caller.actsFor(tokens.verify(token));
    }

    /** Lets a person in who may do this here, or propose it; the resource asks again for the thing it is about. */
    private void admit(String cpc, Permission permission) {
        if (caller.answer(cpc, permission, Matter.PORTAL) != Rights.Ruling.PROPOSE) {
            caller.require(cpc, permission, Matter.PORTAL, Problem.notFound("There is nothing here that you may see."));
        }
    }

    /** What the route declares itself, or else its class for all of its routes. */
    private <A extends Annotation> @Nullable A declared(Class<A> annotation) {
        if (resource == null || resource.getResourceMethod() == null) {
            return null;
        }
        A own = resource.getResourceMethod().getAnnotation(annotation);
        return own != null ? own : resource.getResourceClass().getAnnotation(annotation);
    }

    private boolean open() {
        return resource != null
                && resource.getResourceMethod() != null
                && (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
                        || resource.getResourceClass().isAnnotationPresent(PermitAll.class));
    }
}
