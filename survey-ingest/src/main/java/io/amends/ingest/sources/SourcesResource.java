package io.amends.ingest.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.NewSourceSecrets;
import io.amends.contracts.api.SourceDeliveries;
import io.amends.contracts.api.SourceStatus;
import io.amends.contracts.api.SourceTrial;
import io.amends.contracts.api.TriedSource;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Source;
import io.amends.ingest.response.Validity;
import io.amends.ingest.sources.ResponsesFromSources.ReadBody;
import io.amends.ingest.sources.ResponsesFromSources.SourceBody;
import io.amends.ingest.sources.core.UnreadableBody;
import io.amends.ingest.sources.core.Vendor;
import io.amends.ingest.sources.core.Vendors;
import io.amends.ingest.watch.Rhythms;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.secrets.SecretBox;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A source as its admin sees it: its address and secrets, whether its mapping does what is meant, what came (A10). */
@Needs(value = Scope.SURVEYS_READ, may = Permission.SEE_ADMINISTRATION)
@Path("/v1/portals/{cpc}/sources/{code}")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {
    private static final int LONGEST_SECRET = 1_000;
    private static final String REFUSED = "These secrets cannot be set.";
    private static final String NO_TRIAL = "This source cannot be tried.";
    private static final String NO_SAMPLE = "No response can be made of this sample.";

    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final WebhookAddresses addresses;
    private final SecretBox box;
    private final SourceSecrets secrets;
    private final ResponsesFromSources responses;
    private final Rhythms rhythms;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;

    SourcesResource(
            Jdbi jdbi,
            DirectoryView directory,
            WebhookAddresses addresses,
            SecretBox box,
            SourceSecrets secrets,
            ResponsesFromSources responses,
            Rhythms rhythms,
            AuditTrail trail,
            Caller caller,
            Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.addresses = addresses;
        this.box = box;
        this.secrets = secrets;
        this.responses = responses;
        this.rhythms = rhythms;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a sample is as a response. */
    public record SampleResponse(JsonNode response, List<Reason> warnings) {}

    @GET
    @Path("/status")
    public SourceStatus status(@PathParam("cpc") String cpc, @PathParam("code") String code) {
        Source source = source(cpc, code);
        SourceId id = new SourceId(cpc, code);
        LiveSecrets live = box.ready() ? secrets.of(id, source).orElse(null) : null;
        SourceStatus.SecretsSet set = new SourceStatus.SecretsSet(
                live != null, live != null && live.previous() != null, live != null && live.apiFor(source) != null);
        String url = caller.scopes(cpc).contains(Scope.SECRETS_WRITE)
                ? addresses.url(id, source).orElse(null)
                : null;
        return jdbi.withHandle(db -> {
            SourceDeliveryTable.DeliveryCounts tally =
                    SourceDeliveryTable.tally(db, id).orElse(new SourceDeliveryTable.DeliveryCounts(0, 0, null));
            Rhythms.OriginStanding standing = rhythms.standing(db, directory.require(cpc), id.watched());
            return new SourceStatus(
                    url,
                    tally.accepted(),
                    tally.refused(),
                    tally.lastAt(),
                    standing.silentSince(),
                    standing.rhythm(),
                    set,
                    SourceDeliveryTable.backlog(db, id),
                    SourceDeliveryTable.refusedSince(db, id, clock.instant().minus(Duration.ofDays(1))));
        });
    }

    @Needs(value = Scope.SECRETS_WRITE, may = Permission.ADMINISTER)
    @PUT
    @Path("/secrets")
    @Consumes(MediaType.APPLICATION_JSON)
    public void set(@PathParam("cpc") String cpc, @PathParam("code") String code, @Nullable NewSourceSecrets sent) {
        Source source = source(cpc, code);
        box.requireReady();
        NewSourceSecrets given = sent == null ? new NewSourceSecrets(null, null, null) : sent;
        String current = given.current();
        List<Reason> wrong = new ArrayList<>();
        check(source, "/current", current == null ? "" : current, wrong);
        if (given.previous() != null) {
            check(source, "/previous", given.previous(), wrong);
        }
        if (given.api() != null && !isSecret(given.api())) {
            wrong.add(new Reason("/api", aSecret()));
        }
        if (current == null || !wrong.isEmpty()) {
            throw Problem.badRequest(REFUSED, wrong);
        }
        SourceId id = new SourceId(cpc, code);
        jdbi.useTransaction(tx -> {
            secrets.put(
                    tx, id, new LiveSecrets(current, given.previous(), given.api(), source.baseUrl(), source.made()));
            trail.add(
                    tx,
                    caller.signature(),
                    AuditChange.of(cpc, AuditAction.SOURCE_SECRETS_SET, EntryType.SOURCE.word() + "/" + code)
                            .now(Map.of("previous", given.previous() != null, "api", given.api() != null)));
        });
        secrets.refresh();
    }

    /** Publishes nothing. */
    @Needs(value = Scope.SECRETS_WRITE, may = Permission.ADMINISTER)
    @POST
    @Path("/test")
    @Consumes(MediaType.WILDCARD)
    public SampleResponse test(@PathParam("cpc") String cpc, @PathParam("code") String code, byte[] sample) {
        TriedSource tried = tried(directory.require(cpc), code, source(cpc, code), sample);
        if (!tried.errors().isEmpty()) {
            throw Problem.badRequest(NO_SAMPLE, tried.errors()).with("response", tried.response());
        }
        return new SampleResponse(tried.response(), tried.warnings());
    }

    /** The same for a source as it is being written, whether it is stored or not: publishes nothing, and stores nothing. */
    @Needs(value = Scope.SECRETS_WRITE, may = Permission.ADMINISTER)
    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public TriedSource preview(
            @PathParam("cpc") String cpc, @PathParam("code") String code, @Nullable SourceTrial trial) {
        PortalDirectory portal = directory.require(cpc);
        if (trial == null || trial.source() == null || trial.body() == null) {
            throw Problem.badRequest(
                    NO_TRIAL, List.of(new Reason("", "must have a source, and a body that is the sample as a text")));
        }
        EntryRules.Checked checked = EntryRules.check(EntryType.SOURCE, trial.source());
        if (!checked.reasons().isEmpty()) {
            throw Problem.badRequest(NO_TRIAL, under("/source", checked.reasons()));
        }
        Source source = (Source) checked.readable().orElseThrow();
        return tried(portal, code, source, trial.body().getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("/deliveries")
    public SourceDeliveries deliveries(@PathParam("cpc") String cpc, @PathParam("code") String code) {
        source(cpc, code);
        return new SourceDeliveries(jdbi.withHandle(db -> SourceDeliveryTable.last(db, new SourceId(cpc, code))));
    }

    private TriedSource tried(PortalDirectory portal, String code, Source source, byte[] sample) {
        if (sample.length > WebhooksResource.MAX_BYTES) {
            throw Problem.of(
                    413, "Content too large", "A sample has at most " + WebhooksResource.MAX_BYTES + " bytes.");
        }
        Vendor vendor = Vendors.of(source.vendor());
        try {
            JsonNode body = vendor.samples(sample).get(0);
            ReadBody read =
                    responses.read(portal, new SourceBody(new SourceId(portal.cpc(), code), vendor, source, body));
            List<Reason> warnings = new ArrayList<>(read.mapped().warnings());
            if (read.submission() != null) {
                warnings.addAll(Validity.reasons(read.submission().response(), portal, clock.instant()));
            }
            return new TriedSource(read.mapped().json(), read.mapped().errors(), warnings);
        } catch (UnreadableBody e) {
            throw Problem.badRequest(NO_SAMPLE, List.of(new Reason("", e.why())));
        }
    }

    private Source source(String cpc, String code) {
        Source source = directory.require(cpc).sources().get(code);
        if (source == null) {
            throw Problem.notFound("There is no source '" + code + "'.");
        }
        return source;
    }

    private static void check(Source source, String pointer, String secret, List<Reason> wrong) {
        String fault = isSecret(secret) ? Vendors.of(source.vendor()).secretFault(secret) : aSecret();
        if (fault != null) {
            wrong.add(new Reason(pointer, fault));
        }
    }

    private static boolean isSecret(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_SECRET
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static String aSecret() {
        return "must be a text of 1 to " + LONGEST_SECRET + " characters without control characters";
    }

    private static List<Reason> under(String pointer, List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Reason(pointer + reason.pointer(), reason.reason()))
                .toList();
    }
}
