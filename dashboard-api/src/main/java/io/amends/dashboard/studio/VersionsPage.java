package io.amends.dashboard.studio;

import io.amends.contracts.Reason;
import io.amends.contracts.StatedReason;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.Publication;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.builder.Fields;
import io.amends.kit.page.Page;
import io.amends.kit.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published versions (B7): the history, each version in words, and going back to one. */
@Path("/portals/{cpc}/rules/versions")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class VersionsPage {
    private static final int PAGE = 50;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance versions(Frame frame, History view);

        static native TemplateInstance version(Frame frame, One view);
    }

    /** The history. */
    public record History(
            String headline, String zone, List<Line> lines, @Nullable String previous, @Nullable String next) {}

    /** One version of the history. */
    public record Line(
            long version,
            String name,
            Formats.Moment at,
            String exact,
            String author,
            String reason,
            boolean decides,
            String url) {}

    /**
     * One version.
     *
     * @param newest the version that decides now, which going back names
     * @param reason why somebody wants to go back, as typed
     * @param refused why they could not; null: nobody was refused
     */
    public record One(
            Line about,
            String zone,
            String headline,
            List<WordedRule> rules,
            @Nullable String before,
            String againstNow,
            @Nullable String rollBackMeans,
            String usualReason,
            long newest,
            String reason,
            @Nullable String refused) {}

    private final Rules rules;
    private final RulesViews lists;
    private final Directory directory;
    private final Frames frames;
    private final StudioWords words;
    private final Formats say;
    private final Authors authors;

    VersionsPage(
            Rules rules,
            RulesViews lists,
            Directory directory,
            Frames frames,
            StudioWords words,
            Formats say,
            Authors authors) {
        this.rules = rules;
        this.lists = lists;
        this.directory = directory;
        this.frames = frames;
        this.words = words;
        this.say = say;
        this.authors = authors;
    }

    @GET
    public TemplateInstance history(@PathParam("cpc") String cpc, @QueryParam("page") @Nullable Integer asked) {
        Portal portal = directory.require(cpc);
        int page = asked == null ? 0 : Math.min(100_000, Math.max(0, asked));
        Page<RuleSetVersion> versions = rules.ask(c -> c.versions(cpc, page, PAGE));
        RuleSetVersion newest =
                page == 0 && !versions.items().isEmpty() ? versions.items().get(0) : lists.newest(cpc);
        String here = RulesAddress.of(cpc, "versions") + "?page=";
        return Templates.versions(
                frame(cpc, portal),
                new History(
                        newest == null
                                ? words.noVersions()
                                : words.versionsHeadline(versions.total(), newest.version(), date(newest, portal)),
                        say.zone(portal.timeZone()),
                        versions.items().stream()
                                .map(v -> line(cpc, portal, v, newest != null && v.version() == newest.version()))
                                .toList(),
                        page > 0 ? here + (page - 1) : null,
                        (long) (page + 1) * PAGE < versions.total() ? here + (page + 1) : null));
    }

    @GET
    @Path("/{version: [1-9][0-9]{0,8}}")
    public TemplateInstance one(@PathParam("cpc") String cpc, @PathParam("version") long version) {
        return page(cpc, version, "", null);
    }

    private TemplateInstance page(String cpc, long version, String reason, @Nullable RefusedCall refused) {
        Portal portal = directory.require(cpc);
        RuleSetVersion newest = lists.newest(cpc);
        long now = newest == null ? 0 : newest.version();
        // Versions count up by one without a gap, newest first.
        List<RuleSetVersion> items = version > now
                ? List.of()
                : rules.ask(c -> c.versions(cpc, (int) (now - version), 1)).items();
        RuleSetVersion about = items.stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no version " + version + " of these rules."));
        boolean decides = version == now;
        String compare = RulesAddress.of(cpc, "compare");
        return Templates.version(
                frame(cpc, portal),
                new One(
                        line(cpc, portal, about, decides),
                        say.zone(portal.timeZone()),
                        decides ? words.versionDecides(version) : words.versionDecided(version, date(about, portal)),
                        rules.ask(c -> c.versionInWords(cpc, version)).rules(),
                        version == 1 ? null : compare + "?from=" + (version - 1) + "&to=" + version,
                        compare + "?from=" + version + "&to=published",
                        decides ? null : words.rollBackMeans(version, now + 1, now),
                        words.backTo(version),
                        now,
                        reason,
                        refused == null ? null : why(refused, version, now)));
    }

    private String why(RefusedCall refused, long version, long now) {
        if (refused.status() == 412) {
            return words.rollBackStale(version, now);
        }
        Reason first = Rules.reasons(refused).get(0);
        return first.pointer().equals("/reason") ? words.reasonTooLong(StatedReason.LONGEST) : first.reason();
    }

    /** Goes back, from the version that the page showed as the newest: the old rules become the next version. */
    @POST
    @Path("/{version: [1-9][0-9]{0,8}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rollBack(@PathParam("cpc") String cpc, @PathParam("version") long version, String body) {
        directory.require(cpc);
        Fields fields = Forms.read(body);
        String given = fields.text("reason").strip();
        String seen = Rules.etag(RulesTag.version(Forms.number(fields.text("newest"))));
        Publication why = new Publication(StorableText.blank(given) ? words.backTo(version) : given);
        try {
            RuleSetVersion published = rules.askFor(c -> c.rollBack(cpc, version, seen, rules.identity(), why));
            return Forms.to(RulesAddress.done(cpc, "published", Long.toString(published.version())));
        } catch (RefusedCall e) {
            return Forms.again(422, page(cpc, version, given, e));
        }
    }

    private Line line(String cpc, Portal portal, RuleSetVersion v, boolean decides) {
        return new Line(
                v.version(),
                words.version(v.version()),
                say.moment(v.publishedAt(), portal.timeZone()),
                date(v, portal),
                authors.name(v.author()),
                v.reason(),
                decides,
                RulesAddress.of(cpc, "versions/" + v.version()));
    }

    private String date(RuleSetVersion version, Portal portal) {
        return say.at(version.publishedAt(), portal.timeZone());
    }

    private Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.RULES);
    }
}
