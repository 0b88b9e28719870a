package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView;
import io.amends.contracts.CloseCase;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.CaseProposalDecision;
import io.amends.contracts.api.CloseRequest;
import io.amends.contracts.api.NewCaseProposal;
import io.amends.contracts.api.PagePaths;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.recovery.core.Opening;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Rights;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the case of a dialog: it is closed (D8), declined or handed over, or that is proposed, accepted or refused
 * (H1). All of it is asked for in the person's own right, so that the link of a report alone does none of it.
 */
@Path(PagePaths.NOTES)
@PermitAll
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CaseStepsPage {
    private static final int WRONG = 422;

    private final Openings openings;
    private final Dialogs dialogs;
    private final DialogPresenter views;
    private final RecoveryMessages messages;
    private final LayoutMessages layout;
    private final NotesClient notes;

    CaseStepsPage(
            Openings openings,
            Dialogs dialogs,
            DialogPresenter views,
            RecoveryMessages messages,
            LayoutMessages layout,
            @RestClient NotesClient notes) {
        this.openings = openings;
        this.dialogs = dialogs;
        this.views = views;
        this.messages = messages;
        this.layout = layout;
        this.notes = notes;
    }

    /** Leads whoever came by a link to sign in, and back to the dialog. */
    @GET
    @Path("/sign-in")
    public Response signIn(@BeanParam NotesParameters asked) {
        Opening opening = openings.open(asked);
        if (!openings.inOwnRight(opening)) {
            throw Problem.unauthorized("Sign in first.");
        }
        return Response.seeOther(URI.create(
                        asked.at == null
                                ? NotesAddress.of(opening.parameters())
                                : NotesAddress.at(opening.parameters(), asked.at, null, null)))
                .build();
    }

    @POST
    @Path("/close")
    public Response close(@BeanParam NotesParameters asked, @BeanParam CloseForm form) {
        return filled(asked, form, false, notes::close);
    }

    @POST
    @Path("/propose")
    public Response propose(@BeanParam NotesParameters asked, @BeanParam CloseForm form) {
        return filled(
                asked,
                form,
                true,
                (caseId, closing) -> notes.propose(caseId, NewCaseProposal.closing(closing, form.because())));
    }

    @POST
    @Path("/decline")
    public Response decline(@BeanParam NotesParameters asked, @BeanParam StepForm form) {
        return step(asked, form, ProposedStep.DECLINE);
    }

    @POST
    @Path("/hand-over")
    public Response handOver(@BeanParam NotesParameters asked, @BeanParam StepForm form) {
        return step(asked, form, ProposedStep.HAND_OVER);
    }

    @POST
    @Path("/decide")
    public Response decide(@BeanParam NotesParameters asked, @BeanParam DecisionForm form) {
        Opening opening = openings.open(asked);
        openings.requireSignIn(opening);
        Whereabouts found = dialogs.named(opening, FormSubject.one(form.response, messages));
        String proposal = FormSubject.one(form.proposal, messages);
        boolean accepted = DecisionForm.ACCEPT.equals(form.decision);
        if (proposal == null || !(accepted || DecisionForm.REFUSE.equals(form.decision))) {
            throw Problem.badRequest(messages.decisionMissing(), List.of());
        }
        if (found instanceof Whereabouts.MissingResponse gone) {
            return page(409, views.nowhere(opening, gone, null, null, null));
        }
        return asked(
                opening,
                (Whereabouts.ListedResponse) found,
                DialogView.Closing.FRESH::but,
                () -> accepted
                        ? notes.accept(opening.cpc(), proposal, form.said())
                        : notes.refuse(opening.cpc(), proposal, form.said()));
    }

    /** What the form for a closing asks for, once all of it is filled in. */
    private Response filled(
            NotesParameters asked, CloseForm form, boolean proposed, BiFunction<String, CloseRequest, ?> act) {
        Opening opening = openings.open(asked);
        openings.requireSignIn(opening);
        Whereabouts found = dialogs.named(opening, FormSubject.one(form.response, messages));
        if (found instanceof Whereabouts.MissingResponse gone) {
            return page(409, views.nowhere(opening, gone, null, form, null));
        }
        Whereabouts.ListedResponse here = (Whereabouts.ListedResponse) found;
        String shown = FormSubject.one(form.caseId, messages);
        if (shown == null || !shown.equals(here.item().caseId())) {
            return undone(409, opening, here, form.again(otherCase(shown)));
        }
        Optional<CaseView.Outcome> chosen = form.chosen();
        String fault = fault(form, proposed);
        if (chosen.isEmpty()) {
            return undone(WRONG, opening, here, form.again(messages.outcomeMissing()));
        }
        if (fault != null) {
            return undone(WRONG, opening, here, form.again(fault));
        }
        return asked(opening, here, form::again, () -> act.apply(shown, form.request(chosen.get())));
    }

    /**
     * Declines a case or hands it over: proposed by who may only propose, and by who may decide accepted at once. Where only
     * the first half of that came about, the dialog shows what is proposed, to be accepted there.
     */
    private Response step(NotesParameters asked, StepForm form, ProposedStep what) {
        Opening opening = openings.open(asked);
        openings.requireSignIn(opening);
        Whereabouts found = dialogs.named(opening, FormSubject.one(form.response, messages));
        if (found instanceof Whereabouts.MissingResponse gone) {
            return page(409, views.nowhere(opening, gone, null, null, null));
        }
        Whereabouts.ListedResponse here = (Whereabouts.ListedResponse) found;
        String shown = FormSubject.one(form.caseId, messages);
        CaseView theCase = here.item().caseView();
        if (shown == null || theCase == null || !shown.equals(theCase.caseId())) {
            return undone(409, opening, here, form.again(what, otherCase(shown)));
        }
        String fault = fault(form, what);
        if (fault != null) {
            return undone(WRONG, opening, here, form.again(what, fault));
        }
        boolean decides = openings.mayDecide(opening, theCase.supportGroup()) == Rights.Ruling.YES;
        return asked(opening, here, error -> form.again(what, error), () -> {
            CaseProposal made = notes.propose(shown, form.proposal(what));
            return decides ? notes.accept(opening.cpc(), made.proposalId(), new CaseProposalDecision(null)) : made;
        });
    }

    /** That it is not about the case that is there. */
    private String otherCase(@Nullable String shown) {
        return shown == null ? messages.caseNotNamed() : messages.anotherCase();
    }

    /** What is wrong with what was filled in for another step; null: nothing. */
    private @Nullable String fault(StepForm form, ProposedStep what) {
        String because = form.because();
        if (what == ProposedStep.HAND_OVER && form.whom() == null) {
            return messages.ownerMissing();
        }
        if (because == null) {
            return messages.whyMissing();
        }
        return because.length() > CloseCase.LONGEST_TEXT ? messages.reasonTooLong(CloseCase.LONGEST_TEXT) : null;
    }

    /** What is wrong with what was typed; null: nothing. */
    private @Nullable String fault(CloseForm form, boolean proposed) {
        String why = form.why();
        String because = form.because();
        if (why != null && why.length() > CloseCase.LONGEST_TEXT) {
            return messages.causeTooLong(CloseCase.LONGEST_TEXT);
        }
        if (proposed && because == null) {
            return messages.reasonMissing();
        }
        return because != null && because.length() > CloseCase.LONGEST_TEXT
                ? messages.reasonTooLong(CloseCase.LONGEST_TEXT)
                : null;
    }

    private interface Refilled {
        DialogView.Closing with(String error);
    }

    /** Asks notes-service, which decides whether they may, and leads back to the dialog. */
    private Response asked(Opening opening, Whereabouts.ListedResponse here, Refilled form, Supplier<?> act) {
        try {
            openings.themselves(opening, act);
        } catch (RefusedCall e) {
            if (e.status() == 403) {
                throw Problem.forbidden(messages.decidingNotYours());
            }
            if (e.status() == 404) {
                throw Problem.notFound(messages.notFound());
            }
            return undone(WRONG, opening, here, form.with(String.valueOf(e.getMessage())));
        } catch (ProcessingException e) {
            return undone(503, opening, here, form.with(layout.away()));
        }
        return Response.seeOther(
                        URI.create(NotesAddress.at(opening.parameters(), DialogSubject.of(here.item()), null, null)))
                .build();
    }

    private Response undone(int status, Opening opening, Whereabouts.ListedResponse here, DialogView.Closing form) {
        return page(status, views.dialog(opening, here, null, form, new NotesParameters()));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
