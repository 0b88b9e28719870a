package io.amends.dashboard.studio;

import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.WordedRules;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.builder.SideBySide;
import io.amends.kit.page.Page;
import io.amends.kit.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two rule sets side by side in words (F5): draft against published, or any two versions. */
@Path("/portals/{cpc}/rules/compare")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ComparePage {
    private static final int CHOICES = 200;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance compare(Frame frame, View view);
    }

    /** The page. */
    public record View(
            String headline,
            List<BuilderView.Option> from,
            List<BuilderView.Option> to,
            String left,
            String right,
            List<RulesView.ChangeLine> changes,
            List<SideBySide.Pair> pairs,
            @Nullable String same) {}

    private final Rules rules;
    private final RulesViews lists;
    private final Directory directory;
    private final Frames frames;
    private final StudioWords words;
    private final Formats say;

    ComparePage(Rules rules, RulesViews lists, Directory directory, Frames frames, StudioWords words, Formats say) {
        this.rules = rules;
        this.lists = lists;
        this.directory = directory;
        this.frames = frames;
        this.words = words;
        this.say = say;
    }

    @GET
    public TemplateInstance compare(
            @PathParam("cpc") String cpc,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Portal portal = directory.require(cpc);
        String left = side(from, "published");
        String right = side(to, "draft");
        Page<RuleSetVersion> versions = rules.ask(c -> c.versions(cpc, 0, CHOICES));
        long newest = versions.items().isEmpty() ? 0 : versions.items().get(0).version();
        List<RulesView.ChangeLine> changes = rules.ask(c -> c.compare(cpc, left, right)).changes().stream()
                .map(c -> new RulesView.ChangeLine(lists.tag(c.change()), c.sentence()))
                .toList();
        SideBySide sides = SideBySide.of(said(cpc, left, newest), said(cpc, right, newest));
        String leftName = name(left);
        String rightName = name(right);
        return Templates.compare(
                frames.of(cpc, portal.name(), "", Frame.Place.RULES),
                new View(
                        changes.isEmpty()
                                ? words.sameRules(leftName, rightName)
                                : words.differences(changes.size(), leftName, rightName),
                        options(versions.items(), left, portal),
                        options(versions.items(), right, portal),
                        leftName,
                        rightName,
                        changes,
                        sides.pairs(),
                        sides.same() == 0 ? null : words.sameOnBoth(sides.same())));
    }

    private List<SideBySide.Said> said(String cpc, String side, long newest) {
        if (side.equals("published") && newest == 0) {
            return List.of();
        }
        WordedRules worded = rules.ask(c -> switch (side) {
            case "draft" -> c.draftInWords(cpc);
            case "published" -> c.versionInWords(cpc, newest);
            default -> c.versionInWords(cpc, Forms.number(side));
        });
        return worded.rules().stream()
                .map(r -> new SideBySide.Said(r.name(), r.when(), r.then()))
                .toList();
    }

    private static String side(@Nullable String asked, String usual) {
        if (asked == null || asked.isBlank()) {
            return usual;
        }
        if (!asked.matches("draft|published|[1-9]\\d{0,8}")) {
            throw Problem.notFound("Only the draft, what is published, and versions can be compared.");
        }
        return asked;
    }

    private List<BuilderView.Option> options(List<RuleSetVersion> versions, String chosen, Portal portal) {
        List<BuilderView.Option> options = new ArrayList<>(List.of(
                new BuilderView.Option("draft", words.draft(), chosen.equals("draft")),
                new BuilderView.Option("published", words.publishedNow(), chosen.equals("published"))));
        versions.stream()
                .map(v -> new BuilderView.Option(
                        "" + v.version(),
                        words.versionAt(words.version(v.version()), say.at(v.publishedAt(), portal.timeZone())),
                        chosen.equals("" + v.version())))
                .forEach(options::add);
        return options;
    }

    private String name(String side) {
        return switch (side) {
            case "draft" -> words.theDraft();
            case "published" -> words.thePublished();
            default -> words.theVersion(side);
        };
    }
}
