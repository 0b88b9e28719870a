package io.amends.dashboard.studio;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.DraftForecast;
import io.amends.contracts.api.Publication;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.builder.Fields;
import io.amends.kit.page.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishing the draft (B7): what it changes and how much it would flag, then a reason. */
@Path("/portals/{cpc}/rules/publish")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PublishPage {
    private static final int BACKTESTS = 50;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance publish(Frame frame, View view);
    }

    /** The page. */
    public record View(
            String headline,
            String tag,
            String draft,
            List<RulesView.ChangeLine> changes,
            List<RulesView.Doubt> doubts,
            @Nullable String forecast,
            @Nullable Tested tested,
            boolean warns,
            boolean confirmed,
            String reason,
            @Nullable String reasonError,
            @Nullable String confirmError,
            boolean stale,
            @Nullable String refused,
            String action) {
        public boolean wrong() {
            return reasonError != null || confirmError != null;
        }
    }

    /**
     * What the newest backtest of this draft says; else that there is none.
     *
     * @param url where it is, or where one is asked for
     * @param asks whether it is still to be asked for
     */
    public record Tested(String sentence, String url, boolean asks) {}

    /** What was posted, and what is wrong with it. */
    private record Posted(
            String reason,
            boolean confirmed,
            @Nullable String reasonError,
            @Nullable String confirmError,
            boolean stale,
            @Nullable String refused) {
        static final Posted NOTHING = new Posted("", false, null, null, false, null);
    }

    private final Rules rules;
    private final RulesClient client;
    private final RulesViews lists;
    private final Directory directory;
    private final Frames frames;
    private final StudioWords words;
    private final BacktestWords said;
    private final UnseenWords unseen;
    private final Vocabularies vocabularies;

    PublishPage(
            Rules rules,
            @org.eclipse.microprofile.rest.client.inject.RestClient RulesClient client,
            RulesViews lists,
            Directory directory,
            Frames frames,
            StudioWords words,
            BacktestWords said,
            UnseenWords unseen,
            Vocabularies vocabularies) {
        this.rules = rules;
        this.client = client;
        this.lists = lists;
        this.directory = directory;
        this.frames = frames;
        this.words = words;
        this.said = said;
        this.unseen = unseen;
        this.vocabularies = vocabularies;
    }

    @GET
    public TemplateInstance show(@PathParam("cpc") String cpc) {
        return page(cpc, directory.require(cpc), Posted.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("cpc") String cpc, String body) {
        Portal portal = directory.require(cpc);
        Fields fields = Forms.read(body);
        String reason = fields.text("reason").strip();
        boolean confirmed = fields.has("confirm");
        DraftForecast forecast = rules.askOptional(c -> c.forecast(cpc));
        boolean unconfirmed = forecast != null && forecast.warns() && !confirmed;
        boolean unsaid = StorableText.blank(reason);
        if (unsaid || unconfirmed) {
            return wrong(
                    cpc,
                    portal,
                    new Posted(
                            reason,
                            confirmed,
                            unsaid ? words.reasonMissing() : null,
                            unconfirmed ? words.confirmMissing() : null,
                            false,
                            null));
        }
        try {
            long version = client.publish(
                            cpc, Rules.etag(fields.text("tag")), rules.identity(), new Publication(reason))
                    .version();
            return Forms.to(RulesAddress.done(cpc, "published", Long.toString(version)));
        } catch (RefusedCall e) {
            boolean meanwhile = e.status() == 412;
            String why = meanwhile ? null : Rules.reasons(e).get(0).reason();
            return wrong(cpc, portal, new Posted(reason, confirmed, null, null, meanwhile, why));
        }
    }

    private Response wrong(String cpc, Portal portal, Posted posted) {
        return Forms.again(422, page(cpc, portal, posted));
    }

    private TemplateInstance page(String cpc, Portal portal, Posted posted) {
        Rules.Draft draft = rules.draft(cpc);
        List<RulesView.ChangeLine> changes = rules.ask(c -> c.compare(cpc, "published", "draft")).changes().stream()
                .map(c -> new RulesView.ChangeLine(lists.tag(c.change()), c.sentence()))
                .toList();
        DraftForecast forecast = changes.isEmpty() ? null : rules.askOptional(c -> c.forecast(cpc));
        RuleSetVersion newest = lists.newest(cpc);
        long next = newest == null ? 1 : newest.version() + 1;
        return Templates.publish(
                frames.of(cpc, portal.name(), "", Frame.Place.RULES),
                new View(
                        changes.isEmpty() ? words.nothingToPublish() : words.publishAsk(changes.size(), next),
                        draft.tag(),
                        rules.identity() + RulesAddress.of(cpc, "publish"),
                        changes,
                        changes.isEmpty() ? List.of() : unseen.of(cpc, draft.rules(), vocabularies.of(cpc, portal)),
                        forecast == null ? null : forecast.sentence(),
                        changes.isEmpty() ? null : tested(cpc, portal, draft.tag(), newest),
                        forecast != null && forecast.warns(),
                        posted.confirmed(),
                        posted.reason(),
                        posted.reasonError(),
                        posted.confirmError(),
                        posted.stale(),
                        posted.refused(),
                        RulesAddress.of(cpc, "publish")));
    }

    /** The newest backtest of this very draft; one of an earlier state of it only says that it is none. */
    private Tested tested(String cpc, Portal portal, String tag, @Nullable RuleSetVersion newest) {
        Page<JsonNode> known = rules.askOptional(c -> c.backtests(cpc, BACKTESTS));
        List<Backtest> runs = known == null ? List.of() : Rules.readable(known);
        String asked = RulesAddress.of(cpc, "backtests");
        return runs.stream()
                .filter(run -> tag.equals(run.tag()))
                .findFirst()
                .map(run -> new Tested(
                        said.tested(run, portal.timeZone()), RulesAddress.backtest(cpc, run.backtestId()), false))
                .orElseGet(() -> new Tested(
                        runs.stream().anyMatch(run -> ofEarlierDraft(run, newest))
                                ? words.testedEarlier()
                                : words.notTested(),
                        asked,
                        true));
    }

    private static boolean ofEarlierDraft(Backtest run, @Nullable RuleSetVersion newest) {
        boolean draft = run.tag() != null && RulesTag.ofDraft(run.tag());
        return draft && (newest == null || run.requestedAt().isAfter(newest.publishedAt()));
    }
}
