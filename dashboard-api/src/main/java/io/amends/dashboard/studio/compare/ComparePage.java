package io.amends.dashboard.studio.compare;

import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.SideBySide;
import io.amends.dashboard.studio.shared.ChangeLine;
import io.amends.dashboard.studio.shared.ChangeSentences;
import io.amends.dashboard.studio.shared.Option;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.StudioMessages;
import io.amends.dashboard.studio.shared.VersionOptions;
import io.amends.kit.access.Opens;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
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
@Opens(Permission.SEE_RULES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ComparePage {
    private static final int CHOICES = 200;

    private static final String DRAFT = VersionOptions.DRAFT;
    private static final String PUBLISHED = "published";

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance compare(Frame frame, CompareView view);
    }

    private final RulesService rules;
    private final ChangeSentences changeSentences;
    private final VersionOptions versionOptions;
    private final Directory directory;
    private final Frames frames;
    private final CompareMessages messages;
    private final StudioMessages studio;

    ComparePage(
            RulesService rules,
            ChangeSentences changeSentences,
            VersionOptions versionOptions,
            Directory directory,
            Frames frames,
            CompareMessages messages,
            StudioMessages studio) {
        this.rules = rules;
        this.changeSentences = changeSentences;
        this.versionOptions = versionOptions;
        this.directory = directory;
        this.frames = frames;
        this.messages = messages;
        this.studio = studio;
    }

    @GET
    public TemplateInstance compare(
            @PathParam("cpc") String cpc,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Portal portal = directory.require(cpc);
        String left = side(from, PUBLISHED);
        String right = side(to, DRAFT);
        List<RuleSetVersion> versions =
                rules.ask(c -> c.versions(cpc, 0, CHOICES)).items();
        long newest = versions.isEmpty() ? 0 : versions.get(0).version();
        List<ChangeLine> changes = changeSentences.lines(
                rules.ask(c -> c.compare(cpc, left, right)).changes());
        SideBySide sides = SideBySide.of(inWords(cpc, left, newest), inWords(cpc, right, newest));
        return Templates.compare(
                frames.ofRules(cpc, portal),
                new CompareView(
                        changes.isEmpty()
                                ? messages.sameRules(name(left), name(right))
                                : messages.differences(changes.size(), name(left), name(right)),
                        new CompareView.Side(name(left), options(versions, left, portal)),
                        new CompareView.Side(name(right), options(versions, right, portal)),
                        changes,
                        sides.pairs(),
                        sides.same() == 0 ? null : messages.sameOnBoth(sides.same())));
    }

    private List<WordedRule> inWords(String cpc, String side, long newest) {
        if (side.equals(PUBLISHED) && newest == 0) {
            return List.of();
        }
        return rules.ask(c -> switch (side) {
                    case DRAFT -> c.draftInWords(cpc);
                    case PUBLISHED -> c.versionInWords(cpc, newest);
                    default -> c.versionInWords(cpc, StudioAddress.versionNumber(side));
                })
                .rules();
    }

    private String side(@Nullable String asked, String usual) {
        if (asked == null || asked.isBlank()) {
            return usual;
        }
        if (!asked.matches(DRAFT + "|" + PUBLISHED + "|[1-9]\\d{0,8}")) {
            throw Problem.notFound(messages.notComparable());
        }
        return asked;
    }

    private List<Option> options(List<RuleSetVersion> versions, String chosen, Portal portal) {
        List<Option> options = new ArrayList<>(List.of(
                versionOptions.draft(chosen),
                new Option(PUBLISHED, messages.publishedNow(), chosen.equals(PUBLISHED))));
        options.addAll(versionOptions.versions(versions, chosen, portal));
        return options;
    }

    private String name(String side) {
        return switch (side) {
            case DRAFT -> studio.theDraft();
            case PUBLISHED -> messages.thePublished();
            default -> studio.theVersion(StudioAddress.versionNumber(side));
        };
    }
}
