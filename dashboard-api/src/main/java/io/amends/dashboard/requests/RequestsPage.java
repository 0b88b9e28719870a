package io.amends.dashboard.requests;

import io.amends.contracts.CaseView;
import io.amends.contracts.api.ListedRequest.RequestState;
import io.amends.contracts.api.Recovery;
import io.amends.contracts.api.RequestAccepted;
import io.amends.contracts.api.RequestRefusal;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.links.RequestAddress;
import io.amends.dashboard.recovery.NotesClient;
import io.amends.dashboard.requests.RequestFormView.FormErrors;
import io.amends.dashboard.signin.Person;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Requests without a survey, for people (A9): the list of what was asked for, and the form that asks. What is filed leads to
 * its case, which opens within moments.
 */
@Path("/portals/{cpc}/requests")
@Opens(Permission.SEE_RESPONSES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RequestsPage {
    private static final int WRONG = 422;
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 100_000;
    private static final int MOST_LOOKS = 20;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance requests(Frame frame, RequestsView view);

        static native TemplateInstance form(Frame frame, RequestFormView view);

        static native TemplateInstance waiting(Frame frame, String here, boolean again);
    }

    private final RequestsClient requests;
    private final NotesClient notes;
    private final RequestsPresenter presenter;
    private final RequestsMessages messages;
    private final LayoutMessages layout;
    private final Directory directory;
    private final Frames frames;
    private final Person person;
    private final Caller caller;

    RequestsPage(
            @RestClient RequestsClient requests,
            @RestClient NotesClient notes,
            RequestsPresenter presenter,
            RequestsMessages messages,
            LayoutMessages layout,
            Directory directory,
            Frames frames,
            Person person,
            Caller caller) {
        this.requests = requests;
        this.notes = notes;
        this.presenter = presenter;
        this.messages = messages;
        this.layout = layout;
        this.directory = directory;
        this.frames = frames;
        this.person = person;
        this.caller = caller;
    }

    /** The list, the newest first. */
    @GET
    public Response list(
            @PathParam("cpc") String cpc,
            @QueryParam("state") @Nullable String named,
            @QueryParam("page") @Nullable Integer asked) {
        Portal portal = directory.require(cpc);
        RequestState state = state(named);
        int page = Math.min(PageRequest.of(asked, SIZE).page(), MOST_PAGES);
        try {
            return page(
                    200,
                    Templates.requests(
                            frame(cpc, portal),
                            presenter.list(cpc, portal, state, requests.list(cpc, state, page, SIZE))));
        } catch (RefusedCall | ProcessingException e) {
            return page(
                    503, Templates.requests(frame(cpc, portal), presenter.away(cpc, portal, state, layout.partAway())));
        }
    }

    /** The form, filled in for a ticket where one is named. */
    @Opens(Permission.FILE_REQUESTS)
    @GET
    @Path("/new")
    public Response begin(
            @PathParam("cpc") String cpc,
            @QueryParam("ticket") @Nullable String ticket,
            @QueryParam("rgid") @Nullable String group) {
        return form(200, cpc, presenter.empty(cpc, ticket, group));
    }

    /** Files it, in the person's name. */
    @Opens(Permission.FILE_REQUESTS)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response file(@PathParam("cpc") String cpc, @BeanParam RequestsForm form) {
        directory.require(cpc);
        FormErrors missing = presenter.missing(form);
        if (missing.any()) {
            return form(WRONG, cpc, presenter.form(cpc, form, missing, messages.lookAtMarked()));
        }
        boolean joins = presenter.hasCase(cpc, RequestsForm.words(form.ticket));
        try {
            String author = Objects.requireNonNullElse(person.fullName(), caller.name());
            RequestAccepted filed = requests.file(form.once(), form.request(cpc, author));
            return Response.seeOther(URI.create(RequestAddress.caseOf(cpc, filed.requestId(), filed.caseId())
                            + "&filed=" + (joins ? "joined" : "new")))
                    .build();
        } catch (RefusedCall e) {
            FormErrors wrong = presenter.wrong(e.errors());
            return form(WRONG, cpc, presenter.form(cpc, form, wrong, wrong.any() ? messages.lookAtMarked() : why(e)));
        } catch (ProcessingException e) {
            return form(503, cpc, presenter.form(cpc, form, FormErrors.NONE, layout.away()));
        }
    }

    /**
     * Opens the case of a request, once notes-service has it.
     *
     * @param filed given where it was filed just before, for what the dialog says
     * @param looked how often the page has looked by itself
     */
    @GET
    @Path("/{requestId}")
    public Response caseOf(
            @PathParam("cpc") String cpc,
            @PathParam("requestId") String requestId,
            @QueryParam("case") @Nullable String caseId,
            @QueryParam("filed") @Nullable String filed,
            @QueryParam("looked") @Nullable Integer looked,
            @HeaderParam("HX-Request") @Nullable String byScript) {
        Portal portal = directory.require(cpc);
        if (caseId == null || caseId.isBlank()) {
            throw Problem.notFound(layout.nothingHere());
        }
        Optional<String> dialog = dialog(cpc, requestId, caseId, filed);
        if (dialog.isPresent()) {
            return byScript == null
                    ? Response.seeOther(URI.create(dialog.get())).build()
                    : Response.ok("").header("HX-Redirect", dialog.get()).build();
        }
        int looks = (looked == null ? 0 : Math.min(MOST_LOOKS, Math.max(0, looked))) + 1;
        String here = RequestAddress.caseOf(cpc, requestId, caseId)
                + (filed == null ? "" : "&filed=" + ("joined".equals(filed) ? "joined" : "new"))
                + "&looked=" + looks;
        return page(200, Templates.waiting(frame(cpc, portal), here, looks < MOST_LOOKS));
    }

    /** The dialog of the case, once the request is a note in it; empty before, and for whoever does not see the case. */
    private Optional<String> dialog(String cpc, String requestId, String caseId, @Nullable String filed) {
        try {
            CaseView theCase = notes.read(caseId);
            Recovery found = notes.find(cpc, theCase.supportGroup(), null, theCase.ticketId(), List.of());
            boolean there = theCase.portal().equals(cpc)
                    && found.items().stream()
                            .flatMap(item -> item.notes().stream())
                            .anyMatch(note -> note.noteId().equals(requestId));
            String address = NotesAddress.ofTicket(cpc, theCase.supportGroup(), theCase.ticketId());
            String said = filed == null ? "" : "&filed=" + ("joined".equals(filed) ? "joined" : "new");
            return there ? Optional.of(address + said) : Optional.empty();
        } catch (RefusedCall e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw Problem.of(503, "Service unavailable", layout.partAway());
        } catch (ProcessingException e) {
            throw Problem.of(503, "Service unavailable", layout.partAway());
        }
    }

    private String why(RefusedCall refused) {
        if (refused.status() == 409) {
            return RequestRefusal.CONTACT_REFUSED.name().equals(refused.field("cause"))
                    ? messages.saidNo()
                    : messages.sentBefore();
        }
        if (refused.status() >= 500) {
            return layout.away();
        }
        return messages.refusedBecause(
                refused.errors().isEmpty()
                        ? String.valueOf(refused.getMessage())
                        : refused.errors().get(0).reason());
    }

    private Response form(int status, String cpc, RequestFormView view) {
        return page(status, Templates.form(frame(cpc, directory.require(cpc)), view));
    }

    private Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.REQUESTS);
    }

    private static @Nullable RequestState state(@Nullable String named) {
        return Arrays.stream(RequestState.values())
                .filter(state -> state.name().equals(named))
                .findFirst()
                .orElse(null);
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
