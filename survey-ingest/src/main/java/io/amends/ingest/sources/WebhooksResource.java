package io.amends.ingest.sources;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.directory.Source;
import io.amends.contracts.directory.SourceReceived;
import io.amends.ingest.sources.WebhookAddresses.WrittenAddress;
import io.amends.ingest.sources.core.Vendor;
import io.amends.ingest.sources.core.Vendors;
import io.amends.ingest.sources.core.Webhook;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.problem.Problem;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.secrets.SecretBox;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Where vendors send their webhooks (A10). There is no API key: the address is one that nobody can guess, and the signature
 * says who sends. Answered once Kafka has the body as it came; reading it is for later, and PostgreSQL may be away.
 */
@PermitAll
@Path("/v1/webhooks/{source}")
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {
    /** The largest body, in bytes. */
    static final int MAX_BYTES = 1024 * 1024;

    private final WebhookAddresses addresses;
    private final SecretBox box;
    private final DirectoryView directory;
    private final SourceSecrets secrets;
    private final UnsignedWebhooks unsigned;
    private final EventProducer producer;
    private final SourceMetrics metrics;
    private final Clock clock;

    WebhooksResource(
            WebhookAddresses addresses,
            SecretBox box,
            DirectoryView directory,
            SourceSecrets secrets,
            UnsignedWebhooks unsigned,
            EventProducer producer,
            SourceMetrics metrics,
            Clock clock) {
        this.addresses = addresses;
        this.box = box;
        this.directory = directory;
        this.secrets = secrets;
        this.unsigned = unsigned;
        this.producer = producer;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What a vendor is told. */
    public record WebhookTaken(String status) {
        static final WebhookTaken ACCEPTED = new WebhookTaken("accepted");
        static final WebhookTaken LISTENING = new WebhookTaken("listening");
    }

    /** SurveyMonkey asks by HEAD whether the address is there, Qualtrics wants it to answer GET. */
    @GET
    public WebhookTaken listening(@PathParam("source") String address) {
        find(address);
        return WebhookTaken.LISTENING;
    }

    @HEAD
    public Response there(@PathParam("source") String address) {
        find(address);
        return Response.ok().build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public WebhookTaken receive(@PathParam("source") String address, @Context HttpHeaders headers, byte[] body) {
        FoundSource found = find(address);
        if (body.length > MAX_BYTES) {
            throw Problem.of(413, "Content too large", "A webhook has at most " + MAX_BYTES + " bytes.");
        }
        Vendor vendor = Vendors.of(found.source().vendor());
        Webhook webhook = new Webhook(firsts(headers), body);
        if (vendor.asksWhetherSomebodyListens(webhook)) {
            return WebhookTaken.LISTENING;
        }
        Instant now = clock.instant();
        requireGenuine(found, vendor, webhook, now);
        SourceReceived received = new SourceReceived(
                found.id().portal(),
                found.id().code(),
                found.source().vendor(),
                now,
                vendor.messageId(webhook),
                webhook.header(HttpHeaders.CONTENT_TYPE),
                Base64.getEncoder().encodeToString(body));
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.SOURCES_RAW,
                received.key(),
                UUID.randomUUID().toString(),
                EventTypes.SOURCE_RECEIVED,
                received)));
        metrics.received(found.source().vendor());
        return WebhookTaken.ACCEPTED;
    }

    private record FoundSource(SourceId id, Source source) {}

    private FoundSource find(String step) {
        box.requireReady();
        Problem missing = Problem.notFound("There is no source at this address.");
        WrittenAddress address = WebhookAddresses.read(step).orElseThrow(() -> missing);
        SourceId id = address.source();
        PortalDirectory portal = directory.portal(id.portal());
        Source source = portal == null ? null : portal.sources().get(id.code());
        if (source == null && directory.call().getStatus() != HealthCheckResponse.Status.UP) {
            throw new TransientFailure("the directory is still being read");
        }
        if (source == null || !source.active() || !addresses.given(address, source)) {
            throw missing;
        }
        return new FoundSource(id, source);
    }

    private void requireGenuine(FoundSource found, Vendor vendor, Webhook webhook, Instant now) {
        boolean genuine = false;
        for (String secret : secrets.of(found.id(), found.source()).stream()
                .flatMap(LiveSecrets::signing)
                .toList()) {
            genuine |= vendor.genuine(webhook, secret, found.source().defaults(), now);
        }
        if (!genuine) {
            metrics.unsigned(found.source().vendor(), 1);
            unsigned.refused(found.id());
            throw Problem.unauthorized("This webhook is not taken.");
        }
    }

    private static Map<String, String> firsts(HttpHeaders headers) {
        return headers.getRequestHeaders().entrySet().stream()
                .filter(header -> !header.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0), (one, other) -> one));
    }
}
