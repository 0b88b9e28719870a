package io.amends.alerting.runs;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.archive.DigestSummary;
import io.amends.alerting.candidate.DecisionsRead;
import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.alerting.delivery.Renderings;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.period.DigestPeriod;
import io.amends.alerting.rendering.DigestForms;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DigestDetail;
import io.amends.contracts.api.DigestMark;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Digests over HTTP: run a period by hand, list, and see them as sent. */
@Needs(value = Scope.DELIVERIES_READ, may = Permission.READ_DELIVERIES)
@Path("/v1")
@Blocking
public class DigestResource {
    private static final Logger LOG = Logger.getLogger(DigestResource.class);
    private static final Duration CATCH_UP = Duration.ofSeconds(3);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Caller caller;
    private final DirectoryView directory;
    private final DecisionsRead decisions;
    private final AlertPortals portals;
    private final PeriodBuilder builder;
    private final DigestStore digests;
    private final DeliveryWorkers workers;
    private final Renderings renderings;
    private final AuditTrail trail;

    DigestResource(
            Jdbi jdbi,
            Clock clock,
            Caller caller,
            DirectoryView directory,
            DecisionsRead decisions,
            AlertPortals portals,
            PeriodBuilder builder,
            DigestStore digests,
            DeliveryWorkers workers,
            Renderings renderings,
            AuditTrail trail) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.caller = caller;
        this.directory = directory;
        this.decisions = decisions;
        this.portals = portals;
        this.builder = builder;
        this.digests = digests;
        this.workers = workers;
        this.renderings = renderings;
        this.trail = trail;
    }

    /**
     * Which period to build.
     *
     * @param at the period that ended at the last alert instant at or before; null: now
     */
    public record RunRequest(@Nullable Instant at, boolean includeLate) {}

    /** What was built, now or before. */
    public record RunReply(DigestPeriod period, List<DigestSummary> digests) {}

    @Needs(value = Scope.DIGESTS_RUN, may = Permission.RUN_DIGESTS)
    @POST
    @Path("/portals/{cpc}/digests/run")
    public RunReply run(@PathParam("cpc") String cpc, @Nullable RunRequest request) throws InterruptedException {
        PortalDirectory portal = directory.require(cpc);
        Instant now = clock.instant();
        Instant at = request == null || request.at() == null ? now : request.at();
        if (at.isAfter(now)) {
            throw Problem.badRequest("That period has not ended yet.", List.of(new Reason("/at", "is in the future")));
        }
        if (at.isBefore(TimeRange.FIRST)) {
            throw Problem.badRequest("There was no such period.", List.of(new Reason("/at", "is before 1970")));
        }
        Instant since = Objects.requireNonNullElse(directory.since(cpc), now);
        boolean includeLate = request != null && request.includeLate();
        if (!decisions.awaitNow(CATCH_UP)) {
            LOG.infof("digests of portal %s are run by hand before all decisions are taken in", cpc);
        }
        RunReply reply = jdbi.inTransaction(tx -> {
            AlertPortals.Known known = portals.lock(tx, cpc, portal.portal(), since.isAfter(now) ? now : since, now);
            DigestPeriod period = known.schedule().withCurrentBefore().endedBy(at);
            boolean builtNow = builder.build(tx, portal, period, includeLate, false, now);
            List<DigestSummary> built = digests.of(tx, cpc, period.to());
            if (builtNow) {
                portals.settle(tx, cpc, known.schedule(), period);
                AuditChange change = AuditChange.of(cpc, AuditAction.DIGESTS_RUN, "digests/" + period.to())
                        .now(Map.of("digests", built.size(), "includeLate", includeLate));
                trail.add(tx, caller.signature(), change);
            }
            return new RunReply(period, built);
        });
        workers.wake();
        return reply;
    }

    @Needs(value = Scope.DELIVERIES_READ, may = Permission.SEE_DELIVERIES)
    @GET
    @Path("/portals/{cpc}/digests")
    public Page<DigestSummary> list(
            @PathParam("cpc") String cpc,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        PortalDirectory portal = directory.require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        TimeRange range = TimeRange.of(from, to, portal.portal().timeZone());
        Sight sight = caller.sight(cpc, Permission.SEE_DELIVERIES);
        return jdbi.withHandle(handle -> new Page<>(
                digests.between(handle, cpc, range.from(), range.to(), sight, asked.size(), asked.offset()),
                asked.page(),
                asked.size(),
                digests.count(handle, cpc, range.from(), range.to(), sight)));
    }

    @GET
    @Path("/digests/{id}")
    public DigestDetail get(@PathParam("id") String id) {
        Digest digest = visible(id);
        DeliveryState state =
                jdbi
                        .withHandle(handle -> digests.of(
                                handle, digest.source().code(), digest.period().to()))
                        .stream()
                        .filter(summary -> summary.id().equals(digest.id()))
                        .map(DigestSummary::state)
                        .findFirst()
                        .orElse(DeliveryState.QUEUED);
        return detail(digest, state);
    }

    @GET
    @Path("/digests/{id}/pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") String id) {
        Digest digest = visible(id);
        byte[] pdf = renderings.of(digest).pdf();
        if (pdf == null) {
            throw Problem.notFound("There is no PDF of this digest: it took too long to print.");
        }
        return Response.ok(pdf)
                .header("Content-Disposition", "inline; filename=\"" + Renderings.fileName(digest) + "\"")
                .build();
    }

    @GET
    @Path("/digests/{id}/html")
    @Produces(MediaType.TEXT_HTML)
    public Response html(@PathParam("id") String id) {
        DigestForms rendered = renderings.of(visible(id));
        return Response.ok(rendered.html(), "text/html;charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static DigestDetail detail(Digest digest, DeliveryState state) {
        return new DigestDetail(
                digest.id(),
                digest.source().code(),
                digest.recipient().contactId(),
                digest.recipient().contact().name(),
                new DigestDetail.Span(digest.period().from(), digest.period().to()),
                state,
                digest.items().size(),
                digest.refused(),
                digest.builtAt(),
                digest.items().stream().map(DigestResource::item).toList(),
                digest.deferred().stream()
                        .flatMap(group -> group.cases().stream().map(one -> waiting(group, one)))
                        .toList());
    }

    private static DigestDetail.Waiting waiting(Digest.Deferral group, Digest.WaitingCase one) {
        return new DigestDetail.Waiting(
                one.responseId(), one.ticketId(), group.supportGroup(), one.kind(), one.receivedAt(), one.since());
    }

    private static DigestDetail.Item item(Digest.Item item) {
        RecoveryDecided decision = item.decision();
        return new DigestDetail.Item(
                decision.responseId(),
                decision.ticketId(),
                decision.supportGroup(),
                decision.kind(),
                decision.response().submittedAt(),
                item.marks().contains(DigestMark.LATE),
                item.marks().contains(DigestMark.REPLACING),
                item.marks().contains(DigestMark.MOVED),
                item.marks(),
                item.waitsSince(),
                item.alertedAt());
    }

    /** The digest, if there is one and the caller may read it: both answers look the same to those who see none of it. */
    private Digest visible(String id) {
        Digest digest = null;
        try {
            UUID uuid = UUID.fromString(id);
            digest = jdbi.withHandle(handle -> digests.find(handle, uuid)).orElse(null);
        } catch (IllegalArgumentException e) {
            // An id that is no UUID names no digest.
        }
        Problem missing = Problem.notFound("There is no digest '" + id + "'.");
        if (digest == null) {
            throw missing;
        }
        Matter matter = Matter.sentTo(digest.recipient().contactId(), digest.groups());
        caller.require(digest.source().code(), Permission.READ_DELIVERIES, matter, missing);
        return digest;
    }
}
