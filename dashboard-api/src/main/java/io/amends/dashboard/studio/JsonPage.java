package io.amends.dashboard.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.builder.Fields;
import io.amends.language.Rule;
import io.amends.language.RulePlace;
import io.amends.language.RuleSet;
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

/** The whole draft as JSON, for those who like it (F5). */
@Path("/portals/{cpc}/rules/json")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class JsonPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance json(Frame frame, View view);
    }

    /** The page. */
    public record View(
            String tag,
            String draft,
            String text,
            boolean stale,
            @Nullable String wrong,
            List<Line> errors,
            String action) {}

    /**
     * One error.
     *
     * @param pointer where; the whole in words where it is no place within
     * @param rule the name of the rule it is in; null for none
     */
    public record Line(String pointer, @Nullable String rule, String reason) {}

    private final Rules rules;
    private final Directory directory;
    private final Frames frames;
    private final StudioWords words;

    JsonPage(Rules rules, Directory directory, Frames frames, StudioWords words) {
        this.rules = rules;
        this.directory = directory;
        this.frames = frames;
        this.words = words;
    }

    @GET
    public TemplateInstance show(@PathParam("cpc") String cpc) {
        Portal portal = directory.require(cpc);
        Rules.Draft draft = rules.draft(cpc);
        return page(cpc, portal, draft.tag(), pretty(draft.rules().json()), false, List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("cpc") String cpc, String body) {
        Portal portal = directory.require(cpc);
        Fields fields = Forms.read(body);
        String text = fields.text("json");
        Rules.Saved saved = rules.save(cpc, text, fields.text("tag"));
        if (saved instanceof Rules.Saved.Done) {
            return Forms.to(RulesAddress.done(cpc, "json", ""));
        }
        boolean stale = saved instanceof Rules.Saved.Stale;
        String tag = stale ? rules.draft(cpc).tag() : fields.text("tag");
        List<Reason> errors = saved instanceof Rules.Saved.Wrong wrong ? wrong.errors() : List.of();
        return Forms.again(422, page(cpc, portal, tag, text, stale, errors));
    }

    private TemplateInstance page(
            String cpc, Portal portal, String tag, String text, boolean stale, List<Reason> errors) {
        return Templates.json(
                frames.of(cpc, portal.name(), "", Frame.Place.RULES),
                new View(
                        tag,
                        rules.identity() + RulesAddress.of(cpc, "json"),
                        text,
                        stale,
                        errors.isEmpty() ? null : words.wrongPlaces(errors.size()),
                        errors.stream().map(e -> line(e, text)).toList(),
                        RulesAddress.of(cpc, "json")));
    }

    private Line line(Reason error, String text) {
        Integer index = RulePlace.of(error.pointer()).rule();
        String rule = null;
        if (index != null) {
            try {
                rule = Json.MAPPER
                        .readTree(text)
                        .path(RuleSet.RULES)
                        .path(index)
                        .path(Rule.NAME)
                        .textValue();
            } catch (JsonProcessingException e) {
                rule = null; // an error with a pointer is about JSON; without, there is no name to say
            }
        }
        return new Line(error.pointer().isEmpty() ? words.placeText() : error.pointer(), rule, error.reason());
    }

    private static String pretty(JsonNode json) {
        return json.toPrettyString();
    }
}
