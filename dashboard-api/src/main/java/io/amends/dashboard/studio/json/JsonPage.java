package io.amends.dashboard.studio.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormAnswers;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.StudioMessages;
import io.amends.kit.access.Opens;
import io.amends.kit.rights.Permission;
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

/** The whole draft as JSON, for those who like it (F5). */
@Path("/portals/{cpc}/rules/json")
@Opens(Permission.SEE_RULES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class JsonPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance json(Frame frame, JsonView view);
    }

    private final RulesService rules;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;
    private final JsonMessages messages;
    private final StudioMessages studio;

    JsonPage(
            RulesService rules,
            Directory directory,
            Frames frames,
            FormReader forms,
            JsonMessages messages,
            StudioMessages studio) {
        this.rules = rules;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
        this.messages = messages;
        this.studio = studio;
    }

    @GET
    public TemplateInstance show(@PathParam("cpc") String cpc) {
        Portal portal = directory.require(cpc);
        RulesService.Draft draft = rules.draft(cpc);
        return page(cpc, portal, draft.tag(), pretty(draft.rules().json()), false, List.of());
    }

    @Opens(Permission.DRAFT_RULES)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("cpc") String cpc, String body) {
        Portal portal = directory.require(cpc);
        FormFields fields = forms.read(body);
        String text = fields.text("json");
        RulesService.SaveResult saved = rules.save(cpc, text, fields.text("tag"));
        if (saved instanceof RulesService.SaveResult.Success) {
            return FormAnswers.to(StudioAddress.done(cpc, "json", ""));
        }
        boolean stale = saved instanceof RulesService.SaveResult.EditConflict;
        String tag = stale ? rules.draft(cpc).tag() : fields.text("tag");
        List<Reason> errors = saved instanceof RulesService.SaveResult.Invalid invalid ? invalid.errors() : List.of();
        return FormAnswers.again(422, page(cpc, portal, tag, text, stale, errors));
    }

    private TemplateInstance page(
            String cpc, Portal portal, String tag, String text, boolean stale, List<Reason> errors) {
        return Templates.json(
                frames.ofRules(cpc, portal),
                new JsonView(
                        StudioAddress.of(cpc, "json"),
                        tag,
                        rules.identity() + StudioAddress.of(cpc, "json"),
                        text,
                        stale,
                        errors.isEmpty() ? null : studio.wrongPlaces(errors.size()),
                        errors.stream().map(e -> line(e, text)).toList()));
    }

    private JsonView.ErrorLine line(Reason error, String text) {
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
        return new JsonView.ErrorLine(
                error.pointer().isEmpty() ? messages.placeText() : error.pointer(), rule, error.reason());
    }

    private static String pretty(JsonNode json) {
        return json.toPrettyString();
    }
}
