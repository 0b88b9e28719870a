package io.amends.dashboard.recovery;

import io.amends.contracts.NoteView;
import io.amends.contracts.api.NewNote;
import io.amends.contracts.api.PagePaths;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.recovery.core.Cause;
import io.amends.dashboard.recovery.core.Opening;
import io.amends.dashboard.recovery.core.Position;
import io.amends.dashboard.recovery.core.Repetition;
import io.amends.dashboard.recovery.core.WrittenNote;
import io.amends.dashboard.signin.TypedNames;
import io.amends.kit.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The notes dialog (D1-D4). Reading changes nothing; each button is a form post that saves and leads on. What is written
 * is for the response that the form names: where that has left what is open, nothing is written, and the page says where
 * it went and keeps what was typed.
 */
@Path(PagePaths.NOTES)
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class NotesPage {
    private static final int WRONG = 422;

    private final Openings openings;
    private final Dialogs dialogs;
    private final DialogPresenter views;
    private final RecoveryMessages messages;
    private final LayoutMessages layout;
    private final NotesClient notes;
    private final TypedNames typedNames;
    private final Clock clock;

    NotesPage(
            Openings openings,
            Dialogs dialogs,
            DialogPresenter views,
            RecoveryMessages messages,
            LayoutMessages layout,
            @RestClient NotesClient notes,
            TypedNames typedNames,
            Clock clock) {
        this.openings = openings;
        this.dialogs = dialogs;
        this.views = views;
        this.messages = messages;
        this.layout = layout;
        this.notes = notes;
        this.typedNames = typedNames;
        this.clock = clock;
    }

    @GET
    public Response show(@BeanParam NotesParameters asked) {
        Opening opening = openings.open(asked);
        Whereabouts found = dialogs.find(opening, asked.at);
        if (found instanceof Whereabouts.MissingResponse gone) {
            boolean saved = gone.responseId() != null && gone.responseId().equals(asked.saved);
            return page(saved ? 200 : 404, views.nowhere(opening, gone, null, null, asked.saved));
        }
        return page(200, views.dialog(opening, (Whereabouts.ListedResponse) found, null, null, asked));
    }

    @POST
    public Response save(@BeanParam NotesParameters asked, @BeanParam NotesForm form) {
        Opening opening = openings.open(asked);
        String response = FormSubject.one(form.response, messages);
        String typed = form.typedAuthor();
        if (typed != null) {
            typedNames.keep(openings.writer(opening), typed);
        }
        Whereabouts found = dialogs.named(opening, response);
        if (found instanceof Whereabouts.MissingResponse gone && !follows(opening, gone, form)) {
            return page(409, views.nowhere(opening, gone, form.again(null, null), null, null));
        }
        WrittenNote written = form.written();
        return switch (written.verdict()) {
            case TEXT_MISSING -> again(WRONG, opening, found, form.again(null, messages.noteMissing()));
            case AUTHOR_MISSING -> again(WRONG, opening, found, form.again(messages.authorMissing(), null));
            case TOO_LONG ->
                again(WRONG, opening, found, form.again(null, messages.noteTooLong(WrittenNote.MOST_CHARACTERS)));
            case NOTHING_TO_SAVE -> to(opening, found, form.step(), null);
            case SAVE -> write(opening, found, form, written);
        };
    }

    /**
     * Whether a note goes to where its response is now: with a report's link to a replaced one by itself (D5), else where
     * the person was told first.
     */
    private static boolean follows(Opening opening, Whereabouts.MissingResponse gone, NotesForm form) {
        boolean byItself = opening instanceof Opening.ByLink && gone.cause() == Cause.REPLACED;
        return gone.responseId() != null && (byItself || form.wherever != null);
    }

    private Response write(Opening opening, Whereabouts found, NotesForm form, WrittenNote written) {
        String responseId = responseId(found);
        String identity = openings.identity(opening);
        if (found instanceof Whereabouts.ListedResponse here) {
            Optional<NoteView> before =
                    Repetition.of(written, identity, form.after, here.item().notes(), clock.instant());
            if (before.isPresent()) {
                return to(opening, found, form.step(), before.get().noteId());
            }
        }
        // Of a response that is gone there is no log to find a repetition in, so the key is made of the words alone.
        String key = found instanceof Whereabouts.MissingResponse ? identity : form.key;
        try {
            String once = key == null || key.isBlank() ? null : written.key(key, responseId);
            NewNote note = NewNote.of(written.author(), written.spoke(), written.text());
            String caseAlone = caseAlone(found);
            NoteView saved = caseAlone == null
                    ? notes.write(opening.cpc(), responseId, once, note)
                    : notes.writeOnCase(caseAlone, once, note);
            return to(opening, found, form.step(), saved == null ? null : saved.noteId());
        } catch (RefusedCall e) {
            if (e.status() == 403) {
                throw Problem.forbidden(messages.notingNotYours());
            }
            return again(WRONG, opening, found, form.again(null, String.valueOf(e.getMessage())));
        } catch (ProcessingException e) {
            return again(503, opening, found, form.again(null, layout.away()));
        }
    }

    private Response again(int status, Opening opening, Whereabouts found, DialogView.Form form) {
        return page(
                status,
                found instanceof Whereabouts.ListedResponse here
                        ? views.dialog(opening, here, form, null, new NotesParameters())
                        : views.nowhere(opening, (Whereabouts.MissingResponse) found, form, null, null));
    }

    /**
     * Leads on, once what was to be saved is saved: a note on a response that is elsewhere leads there, for whoever may see
     * it.
     *
     * @param noteId what was saved; null for nothing
     */
    private Response to(Opening opening, Whereabouts found, Position.Step step, @Nullable String noteId) {
        String responseId = responseId(found);
        String saved = noteId == null ? null : responseId;
        Position position = found instanceof Whereabouts.ListedResponse here
                ? here.position()
                : ((Whereabouts.MissingResponse) found).position();
        String next = position == null ? responseId : position.after(step);
        String location = found instanceof Whereabouts.MissingResponse gone && next.equals(responseId)
                ? DialogPresenter.location(gone)
                : null;
        return Response.seeOther(URI.create(
                        location == null
                                ? NotesAddress.at(opening.parameters(), next, saved, noteId)
                                : NotesAddress.after(location, saved, noteId)))
                .build();
    }

    private static String responseId(Whereabouts found) {
        if (found instanceof Whereabouts.ListedResponse here) {
            return DialogSubject.of(here.item());
        }
        String gone = ((Whereabouts.MissingResponse) found).responseId();
        if (gone == null) {
            throw new IllegalStateException("only a response that is somewhere can be written on");
        }
        return gone;
    }

    /** The case that a note is for where no survey has come yet (A9); null for a note on a response. */
    private static @Nullable String caseAlone(Whereabouts found) {
        return found instanceof Whereabouts.ListedResponse here && here.item().responseId() == null
                ? here.item().caseId()
                : null;
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
