package io.amends.dashboard.studio.rules;

import io.amends.contracts.Reason;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.DraftRules;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormAnswers;
import io.amends.dashboard.studio.shared.FormReader;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.kit.access.Opens;
import io.amends.kit.rights.Permission;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a portal as its draft has them (F5): order, copy, remove, and what waits to be published. */
@Path("/portals/{cpc}/rules")
@Opens(Permission.SEE_RULES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RulesPage {
    private static final Pattern BUTTON = Pattern.compile("(up|down|copy|remove):([1-9]\\d{0,4})");

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance rules(Frame frame, RulesView view);
    }

    private final RulesService rules;
    private final RulesPresenter presenter;
    private final RulesMessages messages;
    private final Directory directory;
    private final Frames frames;
    private final FormReader forms;

    RulesPage(
            RulesService rules,
            RulesPresenter presenter,
            RulesMessages messages,
            Directory directory,
            Frames frames,
            FormReader forms) {
        this.rules = rules;
        this.presenter = presenter;
        this.messages = messages;
        this.directory = directory;
        this.frames = frames;
        this.forms = forms;
    }

    @GET
    public TemplateInstance list(
            @PathParam("cpc") String cpc,
            @QueryParam("q") @Nullable String q,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("done") @Nullable String done,
            @QueryParam("about") @Nullable String about,
            @QueryParam("at") @Nullable Integer at) {
        return page(
                cpc,
                new RulesPresenter.ListRequest(
                        q == null ? "" : q,
                        page == null ? 0 : Math.min(1_000, Math.max(0, page)),
                        at == null || done == null ? null : new RulesPresenter.LastChange(done, at),
                        new RulesView.Outcome(doneSentence(done, about), false, List.of())));
    }

    /** A change of the draft. A rule's number is its place in the draft that the page showed. */
    @Opens(Permission.DRAFT_RULES)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("cpc") String cpc, String body) {
        directory.require(cpc);
        FormFields fields = forms.read(body);
        RulesService.Draft draft = rules.draft(cpc);
        String about = name(draft.rules(), fields.text("do"));
        RulesService.SaveResult saved = draft.tag().equals(fields.text("tag"))
                ? rules.save(cpc, changed(cpc, draft.rules(), fields.text("do")).json(), draft.tag())
                : new RulesService.SaveResult.EditConflict();
        if (saved instanceof RulesService.SaveResult.Success) {
            String button = fields.text("do").replaceFirst(":.*", "");
            return FormAnswers.to(StudioAddress.done(cpc, button, about, landsAt(fields.text("do"))));
        }
        List<String> errors = saved instanceof RulesService.SaveResult.Invalid invalid
                ? invalid.errors().stream().map(RulesPage::line).toList()
                : List.of();
        boolean stale = saved instanceof RulesService.SaveResult.EditConflict;
        return FormAnswers.again(
                422,
                page(cpc, new RulesPresenter.ListRequest("", 0, null, new RulesView.Outcome(null, stale, errors))));
    }

    private static String line(Reason reason) {
        return reason.pointer() + " " + reason.reason();
    }

    private DraftRules changed(String cpc, DraftRules draft, String button) {
        if (button.equals("discard")) {
            RuleSetVersion newest = rules.newest(cpc);
            return newest == null ? DraftRules.NONE : rules.version(cpc, newest.version());
        }
        Matcher asked = BUTTON.matcher(button);
        if (!asked.matches() || !draft.has(index(asked))) {
            return draft;
        }
        int index = index(asked);
        return switch (asked.group(1)) {
            case "up" -> draft.moved(index, index - 1);
            case "down" -> draft.moved(index, index + 1);
            case "copy" -> draft.duplicated(index, messages.copy());
            default -> draft.removed(index);
        };
    }

    /** The place of the rule that the person worked with, after the change. */
    private static int landsAt(String button) {
        Matcher asked = BUTTON.matcher(button);
        if (!asked.matches()) {
            return 0;
        }
        return index(asked)
                + 1
                + switch (asked.group(1)) {
                    case "up" -> -1;
                    case "down", "copy" -> 1;
                    default -> 0;
                };
    }

    private static String name(DraftRules draft, String button) {
        Matcher asked = BUTTON.matcher(button);
        return asked.matches() && draft.has(index(asked)) ? draft.name(index(asked)) : "";
    }

    private static int index(Matcher asked) {
        return Integer.parseInt(asked.group(2)) - 1;
    }

    private @Nullable String doneSentence(@Nullable String done, @Nullable String about) {
        String rule = about == null ? "" : about;
        return switch (done == null ? "" : done) {
            case "saved" -> messages.ruleSaved(rule);
            case "remove" -> messages.ruleRemoved(rule);
            case "up", "down" -> messages.ruleMoved(rule);
            case "copy" -> messages.ruleCopied(rule);
            case "discard" -> messages.draftDiscarded();
            case "json" -> messages.draftSaved();
            case "published" -> messages.published(StudioAddress.versionNumber(rule));
            default -> null;
        };
    }

    private TemplateInstance page(String cpc, RulesPresenter.ListRequest request) {
        Portal portal = directory.require(cpc);
        return Templates.rules(frames.ofRules(cpc, portal), presenter.view(cpc, portal, request));
    }
}
