package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.neighbour.Refused;
import io.amends.dashboard.page.Words;
import io.amends.dashboard.recovery.dialog.AuthorDefault;
import io.amends.dashboard.recovery.dialog.Opening;
import io.amends.dashboard.recovery.dialog.Position;
import io.amends.dashboard.recovery.dialog.WrittenNote;
import io.amends.dashboard.responses.Report;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The notes dialog (D1-D4, D8). Reading changes nothing; each button is a form post that saves and leads on. */
@Path(NotesAddress.PATH)
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class NotesPage {
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance dialog(DialogView view);

        static native TemplateInstance nowhere(
                String sentence,
                String cause,
                @Nullable String location,
                @Nullable String previous,
                @Nullable String next);
    }

    private final Openings openings;
    private final Dialogs dialogs;
    private final DialogWords said;
    private final Words words;
    private final Directory directory;
    private final Report report;
    private final FollowUps followUps;
    private final NotesClient notes;

    NotesPage(
            Openings openings,
            Dialogs dialogs,
            DialogWords said,
            Words words,
            Directory directory,
            Report report,
            FollowUps followUps,
            @RestClient NotesClient notes) {
        this.openings = openings;
        this.dialogs = dialogs;
        this.said = said;
        this.words = words;
        this.directory = directory;
        this.report = report;
        this.followUps = followUps;
        this.notes = notes;
    }

    @GET
    public Response show(@BeanParam NotesParameters asked) {
        Opening opening = openings.open(asked);
        Dialogs.Found found = dialogs.find(opening, asked.at);
        if (found instanceof Dialogs.Found.Nowhere nowhere) {
            return nowhere(opening, nowhere);
        }
        Dialogs.Found.Here here = (Dialogs.Found.Here) found;
        return Response.ok(view(opening, here, null, null, asked.saved != null)).build();
    }

    @POST
    public Response save(
            @BeanParam NotesParameters asked,
            @FormParam("response") @Nullable String response,
            @FormParam("author") @Nullable String author,
            @FormParam("spoke") @Nullable String spoke,
            @FormParam("text") @Nullable String text,
            @FormParam("key") @Nullable String key,
            @FormParam("go") @Nullable String go) {
        Opening opening = openings.open(asked);
        Dialogs.Found found = dialogs.find(opening, response);
        if (found instanceof Dialogs.Found.Nowhere nowhere) {
            return nowhere(opening, nowhere);
        }
        Dialogs.Found.Here here = (Dialogs.Found.Here) found;
        WrittenNote written = WrittenNote.of(author, spoke != null, text);
        String form = key == null ? "" : key;
        switch (written.verdict()) {
            case AUTHOR_MISSING -> {
                return wrong(opening, here, form(written, form, words.authorMissing(), null));
            }
            case TOO_LONG -> {
                return wrong(opening, here, form(written, form, null, words.noteTooLong(WrittenNote.MOST_CHARACTERS)));
            }
            case NOTHING_TO_SAVE -> {
                return to(opening, here.position().after(Position.Step.of(go)), false);
            }
            case SAVE -> {
                try (Response saved = notes.write(
                        opening.cpc(),
                        here.item().responseId(),
                        openings.identity(opening),
                        form.isBlank() ? null : form,
                        new NotesClient.NewNote(written.author(), written.spoke(), written.text()))) {
                    return to(opening, here.position().after(Position.Step.of(go)), saved.getStatus() == 201);
                } catch (Refused e) {
                    return wrong(opening, here, form(written, form, null, String.valueOf(e.getMessage())));
                }
            }
        }
        throw new IllegalStateException("no such verdict");
    }

    @POST
    @Path("/close")
    public Response close(
            @BeanParam NotesParameters asked,
            @FormParam("response") @Nullable String response,
            @FormParam("outcome") @Nullable String outcome,
            @FormParam("rootCause") @Nullable String rootCause,
            @FormParam("sendFollowUp") @Nullable String sendFollowUp) {
        Opening opening = openings.open(asked);
        Dialogs.Found found = dialogs.find(opening, response);
        if (!(found instanceof Dialogs.Found.Here here)) {
            return nowhere(opening, (Dialogs.Found.Nowhere) found);
        }
        Optional<CaseView.Outcome> chosen = Arrays.stream(CaseView.Outcome.values())
                .filter(o -> o.name().equals(outcome))
                .findFirst();
        if (chosen.isEmpty() || here.item().caseId() == null) {
            return Response.status(422)
                    .entity(view(opening, here, null, words.outcomeMissing(), false))
                    .build();
        }
        try {
            notes.close(
                    here.item().caseId(),
                    openings.identity(opening),
                    new NotesClient.Closing(
                            chosen.get(),
                            rootCause == null || rootCause.isBlank() ? null : rootCause.strip(),
                            sendFollowUp != null));
        } catch (Refused e) {
            return Response.status(422)
                    .entity(view(opening, here, null, String.valueOf(e.getMessage()), false))
                    .build();
        }
        return to(opening, here.position().responseId(), false);
    }

    private Response wrong(Opening opening, Dialogs.Found.Here here, DialogView.Form form) {
        return Response.status(422)
                .entity(view(opening, here, form, null, false))
                .build();
    }

    private static DialogView.Form form(
            WrittenNote written, String key, @Nullable String authorError, @Nullable String textError) {
        return new DialogView.Form(written.author(), written.spoke(), written.text(), key, authorError, textError);
    }

    private TemplateInstance view(
            Opening opening,
            Dialogs.Found.Here here,
            DialogView.@Nullable Form form,
            @Nullable String caseError,
            boolean saved) {
        NotesClient.Item item = here.item();
        Portal portal = report.require(opening.cpc());
        Group group = directory.groups(opening.cpc()).get(item.supportGroup());
        Map<String, Contact> contacts = directory.contacts(opening.cpc());
        boolean maySeeAll = openings.maySeeAll(opening.cpc());
        boolean mayCall = !DialogView.forbidden(item);
        Position position = here.position();
        String segment = item.response().segment();
        return Templates.dialog(new DialogView(
                opening.cpc(),
                portal.name(),
                item.responseId(),
                NotesAddress.of(opening.parameters()),
                NotesAddress.of(opening.parameters()).replaceFirst("\\?", "/close?"),
                address(opening, position.responseId(), false),
                maySeeAll ? "/portals/" + opening.cpc() + "/responses?srn=y" : null,
                said.headline(item, mayCall),
                words.position(position.number(), position.of()),
                position.previous() != null,
                position.next() != null,
                said.said(
                        item,
                        opening.cpc(),
                        portal,
                        group,
                        segment == null
                                ? null
                                : directory.segments(opening.cpc()).get(segment),
                        maySeeAll),
                form == null
                        ? new DialogView.Form(
                                author(opening, here, group, contacts),
                                false,
                                "",
                                UUID.randomUUID().toString(),
                                null,
                                null)
                        : form,
                mayCall,
                said.log(item, portal),
                said.casePanel(
                        item.caseView(),
                        portal,
                        contacts,
                        item.caseId() == null ? Optional.empty() : followUps.ofCase(opening.cpc(), item.caseId()),
                        caseError),
                saved));
    }

    private String author(
            Opening opening, Dialogs.Found.Here here, @Nullable Group group, Map<String, Contact> contacts) {
        Contact lead = group == null || group.supportLead() == null ? null : contacts.get(group.supportLead());
        boolean whole = opening instanceof Opening.ByLink link && link.wholeReport();
        return AuthorDefault.of(openings.signedIn(), here.recipient(), whole, lead == null ? null : lead.name());
    }

    private Response nowhere(Opening opening, Dialogs.Found.Nowhere nowhere) {
        String cause =
                switch (nowhere.cause()) {
                    case "REPLACED" -> words.causeReplaced();
                    case "REASSIGNED" -> words.causeReassigned();
                    default -> words.causeNone();
                };
        String location = nowhere.location();
        boolean shown = location != null && location.startsWith("/") && !location.startsWith("//");
        Position position = nowhere.position();
        return Response.status(Response.Status.NOT_FOUND)
                .entity(Templates.nowhere(
                        words.notFound(),
                        cause,
                        shown && openings.maySeeAll(opening.cpc()) ? location : null,
                        position == null || position.previous() == null
                                ? null
                                : address(opening, position.previous(), false),
                        position == null || position.next() == null ? null : address(opening, position.next(), false)))
                .build();
    }

    private static Response to(Opening opening, String responseId, boolean saved) {
        return Response.seeOther(URI.create(address(opening, responseId, saved)))
                .build();
    }

    private static String address(Opening opening, String responseId, boolean saved) {
        Map<String, String> parameters = new LinkedHashMap<>(opening.parameters());
        parameters.put("at", responseId);
        if (saved) {
            parameters.put("saved", "1");
        }
        return NotesAddress.of(parameters);
    }
}
