package io.amends.alerting.delivery;

import io.amends.alerting.delivery.ChannelHealth.Standing;
import io.amends.alerting.delivery.ChannelSecrets.OpenSecrets;
import io.amends.alerting.delivery.HookApi.HookReply;
import io.amends.alerting.delivery.Message.PostMessage;
import io.amends.alerting.delivery.PostStore.StoredPost;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ChannelStatus;
import io.amends.contracts.api.ChannelTest;
import io.amends.contracts.api.NewChannelSecrets;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.AlertChannel.ChannelKind;
import io.amends.contracts.directory.EntryType;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.egress.TargetRule.TargetRefused;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.secrets.SecretBox;
import io.amends.kit.secrets.SecretBox.SealedShut;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A channel as its admin sees it: its secrets, a test, and how it does (C8). */
@Needs(value = Scope.DELIVERIES_READ, may = Permission.SEE_ADMINISTRATION)
@Path("/v1/portals/{cpc}/channels/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ChannelsResource {
    private static final String REFUSED = "These secrets cannot be set.";
    private static final String NO_TEST = "Nothing can be posted to this channel.";
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_ANSWER = 300;

    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final SecretBox box;
    private final ChannelSecrets secrets;
    private final ChannelHealth health;
    private final PostChannel channel;
    private final SamplePosts samples;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;

    ChannelsResource(
            Jdbi jdbi,
            DirectoryView directory,
            SecretBox box,
            ChannelSecrets secrets,
            ChannelHealth health,
            PostChannel channel,
            SamplePosts samples,
            AuditTrail trail,
            Caller caller,
            Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.box = box;
        this.secrets = secrets;
        this.health = health;
        this.channel = channel;
        this.samples = samples;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/status")
    public ChannelStatus status(@PathParam("cpc") String cpc, @PathParam("code") String code) {
        require(cpc, code);
        ChannelId id = new ChannelId(cpc, code);
        return jdbi.withHandle(handle -> {
            OpenSecrets open;
            try {
                open = box.ready() ? secrets.of(handle, id) : OpenSecrets.NONE;
            } catch (SealedShut e) {
                open = OpenSecrets.NONE; // as good as not set: nothing is posted
            }
            Standing standing = health.of(handle, id).orElse(new Standing(null, null, null, null, null));
            return new ChannelStatus(
                    new ChannelStatus.ChannelSecretsSet(
                            open.current() != null, open.previous() != null, open.url() != null),
                    standing.lastOk(),
                    standing.lastFailure(),
                    standing.error(),
                    standing.failingSince(),
                    standing.off(),
                    health.waiting(handle, id));
        });
    }

    @Needs(value = Scope.SECRETS_WRITE, may = Permission.ADMINISTER)
    @PUT
    @Path("/secrets")
    @Consumes(MediaType.APPLICATION_JSON)
    public void set(@PathParam("cpc") String cpc, @PathParam("code") String code, @Nullable NewChannelSecrets sent) {
        AlertChannel found = require(cpc, code);
        box.requireReady();
        NewChannelSecrets given = sent == null ? new NewChannelSecrets(null, null, null) : sent;
        List<Reason> wrong = found.kind() == ChannelKind.WEBHOOK ? signing(given) : address(given);
        if (!wrong.isEmpty()) {
            throw Problem.badRequest(REFUSED, wrong);
        }
        jdbi.useTransaction(tx -> {
            secrets.put(tx, new ChannelId(cpc, code), new OpenSecrets(given.current(), given.previous(), given.url()));
            trail.add(
                    tx,
                    caller.signature(),
                    AuditChange.of(cpc, AuditAction.CHANNEL_SECRETS_SET, subject(code))
                            .now(Map.of("previous", given.previous() != null)));
        });
    }

    /** Posts a sample that says that it is one. If it is taken, a channel that was switched off posts again. */
    @Needs(value = Scope.SECRETS_WRITE, may = Permission.ADMINISTER)
    @POST
    @Path("/test")
    @Consumes(MediaType.WILDCARD)
    public ChannelTest test(@PathParam("cpc") String cpc, @PathParam("code") String code) {
        AlertChannel found = require(cpc, code);
        PortalDirectory portal = directory.require(cpc);
        ChannelId id = new ChannelId(cpc, code);
        StoredPost sample =
                new StoredPost(UUID.randomUUID().toString(), samples.body(portal, code, found.kind(), clock.instant()));
        PostMessage message;
        try {
            message = jdbi.withHandle(handle -> channel.message(handle, id, sample));
        } catch (IllegalStateException e) {
            throw Problem.conflict(NO_TEST + " Its secrets are not set or cannot be opened, or its address is none.");
        }
        URI url = message.url();
        if (url == null) {
            throw Problem.conflict(NO_TEST + " It is not active.");
        }
        ChannelTest result = posted(url, message);
        jdbi.useTransaction(tx -> {
            if (result.ok()) {
                health.tested(tx, id);
            }
            trail.add(
                    tx,
                    caller.signature(),
                    AuditChange.of(cpc, AuditAction.CHANNEL_TESTED, subject(code))
                            .now(Map.of("ok", result.ok())));
        });
        return result;
    }

    private ChannelTest posted(URI url, PostMessage message) {
        try {
            HookReply reply = channel.post(url, message);
            String answer = reply.body()
                    .codePoints()
                    .filter(c -> !Character.isISOControl(c))
                    .limit(LONGEST_ANSWER)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            return new ChannelTest(reply.status() / 100 == 2, reply.status(), answer);
        } catch (TargetRefused e) {
            return new ChannelTest(false, null, "The address may not be called: " + e.getMessage());
        } catch (IOException e) {
            return new ChannelTest(false, null, String.valueOf(e.getMessage()));
        }
    }

    private AlertChannel require(String cpc, String code) {
        AlertChannel found = directory.require(cpc).channels().get(code);
        if (found == null) {
            throw Problem.notFound("There is no channel '" + code + "'.");
        }
        return found;
    }

    private static List<Reason> signing(NewChannelSecrets given) {
        List<Reason> wrong = new ArrayList<>();
        String aSecret = "must be whsec_ and 24 to 64 bytes in base64";
        if (given.current() == null || !StandardWebhook.isSecret(given.current())) {
            wrong.add(new Reason("/current", aSecret));
        }
        if (given.previous() != null && !StandardWebhook.isSecret(given.previous())) {
            wrong.add(new Reason("/previous", aSecret));
        }
        if (given.url() != null) {
            wrong.add(new Reason("/url", "is no secret of a WEBHOOK: it is in the channel's entry"));
        }
        return wrong;
    }

    private static List<Reason> address(NewChannelSecrets given) {
        List<Reason> wrong = new ArrayList<>();
        if (given.url() == null || !isWebAddress(given.url())) {
            wrong.add(new Reason(
                    "/url", "must be the address of the incoming webhook, of at most " + LONGEST_URL + " characters"));
        }
        if (given.current() != null) {
            wrong.add(new Reason("/current", "is only for a WEBHOOK: Teams and Slack check no signature"));
        }
        if (given.previous() != null) {
            wrong.add(new Reason("/previous", "is only for a WEBHOOK: Teams and Slack check no signature"));
        }
        return wrong;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_URL
                    && text.matches("https?://.+")
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static String subject(String code) {
        return EntryType.CHANNEL.word() + "/" + code;
    }
}
