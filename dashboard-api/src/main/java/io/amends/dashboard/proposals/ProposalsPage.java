package io.amends.dashboard.proposals;

import io.amends.contracts.api.CaseProposalDecision;
import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.ReassignDecision;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.proposals.ProposalsPresenter.Happened;
import io.amends.dashboard.recovery.NotesClient;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Opens;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed in a portal (A8, H1): each sees what concerns their groups, and who may decide accepts or refuses it here.
 * The services that have the proposals decide whether they may, and write the audit log.
 */
@Path("/portals/{cpc}/proposals")
@Opens(Permission.SEE_RESPONSES)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ProposalsPage {
    private static final int WRONG = 422;

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance proposals(Frame frame, ProposalsView view);

        static native TemplateInstance waiting(String url, String style, @Nullable String words);
    }

    private final ProposalInbox inbox;
    private final ProposalsPresenter presenter;
    private final ProposalsMessages messages;
    private final LayoutMessages layout;
    private final Directory directory;
    private final Frames frames;
    private final Caller caller;
    private final NotesClient notes;
    private final ReassignmentsClient reassignments;

    ProposalsPage(
            ProposalInbox inbox,
            ProposalsPresenter presenter,
            ProposalsMessages messages,
            LayoutMessages layout,
            Directory directory,
            Frames frames,
            Caller caller,
            @RestClient NotesClient notes,
            @RestClient ReassignmentsClient reassignments) {
        this.inbox = inbox;
        this.presenter = presenter;
        this.messages = messages;
        this.layout = layout;
        this.directory = directory;
        this.frames = frames;
        this.caller = caller;
        this.notes = notes;
        this.reassignments = reassignments;
    }

    /**
     * A list of proposals.
     *
     * @param state absent: those that wait
     * @param page from 0
     * @param done how the one was decided that was decided just before
     */
    @GET
    public Response list(
            @PathParam("cpc") String cpc,
            @QueryParam("state") @Nullable String state,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("done") @Nullable String done) {
        Portal portal = directory.require(cpc);
        int asked = PageRequest.of(page, ProposalInbox.SIZE).page();
        ProposalState decided = state(done);
        return page(
                200,
                cpc,
                portal,
                state == null ? ProposalState.OPEN : known(state),
                Math.min(asked, ProposalInbox.LAST_PAGE),
                decided == null || decided == ProposalState.OPEN
                        ? Happened.NOTHING
                        : new Happened(
                                new ProposalsView.News(
                                        decided == ProposalState.ACCEPTED ? messages.accepted() : messages.refused(),
                                        true),
                                null));
    }

    /**
     * The line above the list of responses that leads here, with how many wait. It is asked for once that list is shown,
     * which so never waits for other services.
     */
    @GET
    @Path("/waiting")
    public TemplateInstance waiting(@PathParam("cpc") String cpc) {
        directory.require(cpc);
        Rights.Ruling may = caller.answer(cpc, Permission.DECIDE_CASES, Matter.PORTAL);
        boolean concerned = may == Rights.Ruling.YES || may == Rights.Ruling.PROPOSE;
        return Templates.waiting(
                ProposalsPresenter.address(cpc, ProposalState.OPEN, 0),
                may == Rights.Ruling.YES ? "due" : "quiet",
                concerned ? presenter.waiting(inbox.waiting(cpc)) : null);
    }

    /** Accepts a proposal or refuses it. */
    @Opens(Permission.DECIDE_CASES)
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("cpc") String cpc, @BeanParam ProposalForm form) {
        Portal portal = directory.require(cpc);
        if (!form.complete()) {
            throw Problem.badRequest(messages.chooseOne(), List.of());
        }
        String said = form.said();
        if (said != null && said.length() > form.most()) {
            return again(WRONG, cpc, portal, messages.tooLong(form.most()), form);
        }
        try {
            ask(cpc, Objects.requireNonNull(form.id()), form);
        } catch (RefusedCall e) {
            return refused(e, cpc, portal, form);
        } catch (ProcessingException e) {
            return again(503, cpc, portal, layout.away(), form);
        }
        ProposalState decided = form.accepts() ? ProposalState.ACCEPTED : ProposalState.REFUSED;
        return Response.seeOther(
                        URI.create(ProposalsPresenter.address(cpc, ProposalState.OPEN, 0) + "?done=" + decided))
                .build();
    }

    private void ask(String cpc, String id, ProposalForm form) {
        if (form.ofCase()) {
            CaseProposalDecision decision = new CaseProposalDecision(form.said());
            if (form.accepts()) {
                notes.accept(cpc, id, decision);
            } else {
                notes.refuse(cpc, id, decision);
            }
        } else {
            ReassignDecision decision = new ReassignDecision(form.said());
            if (form.accepts()) {
                reassignments.accept(id, decision);
            } else {
                reassignments.refuse(id, decision);
            }
        }
    }

    private Response refused(RefusedCall why, String cpc, Portal portal, ProposalForm form) {
        String detail = String.valueOf(why.getMessage());
        return switch (why.status()) {
            case 403 -> throw Problem.forbidden(messages.notYours());
            case 404 -> again(404, cpc, portal, messages.gone(), form);
            case 409 -> again(409, cpc, portal, messages.meanwhile(detail), form);
            case 400 -> again(WRONG, cpc, portal, messages.notDecided(detail), form);
            default -> again(503, cpc, portal, layout.away(), form);
        };
    }

    private Response again(int status, String cpc, Portal portal, String words, ProposalForm form) {
        return page(
                status, cpc, portal, ProposalState.OPEN, 0, new Happened(new ProposalsView.News(words, false), form));
    }

    private Response page(int status, String cpc, Portal portal, ProposalState state, int page, Happened happened) {
        Frame frame = frames.of(cpc, portal.name(), "", Frame.Place.RESPONSES);
        ProposalsView view = presenter.view(cpc, portal, state, inbox.list(cpc, state, page), happened);
        return Response.status(status).entity(Templates.proposals(frame, view)).build();
    }

    private ProposalState known(String word) {
        ProposalState state = state(word);
        if (state == null) {
            throw Problem.badRequest(messages.noSuchList(), List.of());
        }
        return state;
    }

    private static @Nullable ProposalState state(@Nullable String word) {
        return Stream.of(ProposalState.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElse(null);
    }
}
