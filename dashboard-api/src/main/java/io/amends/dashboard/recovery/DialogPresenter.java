package io.amends.dashboard.recovery;

import io.amends.contracts.api.PagePaths;
import io.amends.contracts.api.Recovery;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.links.DeliveriesAddress;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.links.RequestAddress;
import io.amends.dashboard.recovery.core.AuthorDefault;
import io.amends.dashboard.recovery.core.Opening;
import io.amends.dashboard.recovery.core.Position;
import io.amends.dashboard.responses.core.CustomerStanding;
import io.amends.dashboard.signin.TypedNames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the pages of the dialog: of a response, and of one that is elsewhere. */
@ApplicationScoped
class DialogPresenter {
    @CheckedTemplate(basePath = "NotesPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance dialog(DialogView view);

        static native TemplateInstance nowhere(NowhereView view);
    }

    private final Openings openings;
    private final AnswerPresenter answers;
    private final CasePresenter cases;
    private final StepsPresenter steps;
    private final RecoveryMessages messages;
    private final Directory directory;
    private final FollowUps followUps;
    private final TypedNames typedNames;

    DialogPresenter(
            Openings openings,
            AnswerPresenter answers,
            CasePresenter cases,
            StepsPresenter steps,
            RecoveryMessages messages,
            Directory directory,
            FollowUps followUps,
            TypedNames typedNames) {
        this.openings = openings;
        this.answers = answers;
        this.cases = cases;
        this.steps = steps;
        this.messages = messages;
        this.directory = directory;
        this.followUps = followUps;
        this.typedNames = typedNames;
    }

    /**
     * A response.
     *
     * @param form what was typed and is not saved; null: a fresh one
     * @param closing a closing that did not happen; null: none was asked for
     * @param asked what was saved before
     */
    TemplateInstance dialog(
            Opening opening,
            Whereabouts.ListedResponse here,
            DialogView.@Nullable Form form,
            DialogView.@Nullable Closing closing,
            NotesParameters asked) {
        Recovery.Item item = here.item();
        Portal portal = directory.require(opening.cpc());
        Group group = directory.groups(opening.cpc()).get(item.supportGroup());
        Map<String, Contact> contacts = directory.contacts(opening.cpc());
        CustomerStanding standing = AnswerPresenter.standing(item);
        Position position = here.position();
        String subject = DialogSubject.of(item);
        String segment = item.response() == null ? null : item.response().segment();
        DialogView.Closing filled = closing == null ? DialogView.Closing.FRESH : closing;
        return Templates.dialog(new DialogView(
                new DialogView.Header(
                        portal.name(),
                        answers.times(portal),
                        answers.headline(item, standing),
                        filed(asked),
                        standing != CustomerStanding.FORBIDDEN && openings.mayRequest(opening, item.supportGroup())
                                ? RequestAddress.form(opening.cpc(), item.supportGroup(), item.ticketId())
                                : null,
                        item.caseId() != null && openings.maySeeDeliveries(opening)
                                ? DeliveriesAddress.ofCase(opening.cpc(), item.caseId())
                                : null),
                links(opening, position, openings.mayList(opening)),
                new DialogView.Place(
                        messages.position(position.number(), position.of()),
                        position.previous() != null,
                        position.next() != null),
                new DialogView.Drafts(
                        draft(opening, subject),
                        asked.saved == null ? null : draft(opening, asked.saved),
                        asked.saved != null && !asked.saved.equals(subject)),
                answers.answer(
                        item,
                        opening.cpc(),
                        portal,
                        group,
                        segment == null
                                ? null
                                : directory.segments(opening.cpc()).get(segment),
                        openings.sight(opening),
                        standing),
                openings.mayNote(opening, item.supportGroup())
                        ? form == null ? fresh(author(opening, here.recipient(), group, contacts), asked.after) : form
                        : null,
                answers.log(item, portal),
                cases.panel(
                        item.caseView(),
                        portal,
                        contacts,
                        item.caseId() == null ? Optional.empty() : followUps.ofCase(opening.cpc(), item.caseId()),
                        filled,
                        steps.steps(opening, position, item.caseView(), portal, contacts, filled))));
    }

    private @Nullable String filed(NotesParameters asked) {
        return asked.filed == null
                ? null
                : NotesParameters.JOINED.equals(asked.filed) ? messages.requestJoined() : messages.requestFiled();
    }

    private static DialogView.Links links(Opening opening, Position position, boolean mayList) {
        String note = NotesAddress.of(opening.parameters());
        return new DialogView.Links(
                note,
                note.replaceFirst("\\?", "/close?"),
                note.replaceFirst("\\?", "/propose?"),
                note.replaceFirst("\\?", "/decide?"),
                NotesAddress.at(opening.parameters(), position.responseId(), null, null),
                mayList ? "/portals/" + opening.cpc() + "/responses?srn=y" : null,
                at(opening, position.previous()),
                at(opening, position.next()));
    }

    /**
     * The response that is not here.
     *
     * @param typed a note that was typed for it; null: none
     * @param unclosed a closing that was asked for; null: none
     * @param saved the response whose note was saved last; null: none
     */
    TemplateInstance nowhere(
            Opening opening,
            Whereabouts.MissingResponse gone,
            DialogView.@Nullable Form typed,
            @Nullable CloseForm unclosed,
            @Nullable String saved) {
        Position position = gone.position();
        String responseId = gone.responseId();
        boolean done = responseId != null && responseId.equals(saved);
        return Templates.nowhere(new NowhereView(
                done ? messages.savedElsewhere() : messages.notFound(),
                cause(gone),
                new NowhereView.Links(
                        location(gone),
                        position == null ? null : at(opening, position.previous()),
                        position == null ? null : at(opening, position.next()),
                        typed != null || unclosed != null ? NotesAddress.of(opening.parameters()) : null),
                saved == null ? null : draft(opening, saved),
                responseId == null
                        ? null
                        : new NowhereView.Note(
                                responseId,
                                draft(opening, responseId),
                                NotesAddress.of(opening.parameters()),
                                typed == null ? fresh(author(opening, null, null, Map.of()), null) : typed),
                responseId != null || typed == null || typed.text().isEmpty() ? null : typed.text(),
                unclosed == null
                        ? null
                        : new NowhereView.Unclosed(
                                unclosed.chosen().map(cases::outcome).orElse(null), unclosed.why())));
    }

    /** The address of where it is now, if it is one of ours; null otherwise. */
    @Nullable
    static String location(Whereabouts.MissingResponse gone) {
        String location = gone.location();
        return location != null && location.startsWith(PagePaths.NOTES + "?") ? location : null;
    }

    private String cause(Whereabouts.MissingResponse gone) {
        return switch (gone.cause()) {
            case REPLACED -> messages.causeReplaced();
            case REASSIGNED -> messages.causeReassigned();
            case NOT_LISTED -> messages.causeNotListed();
            case NONE -> messages.causeNone();
        };
    }

    private static DialogView.Form fresh(String author, @Nullable String after) {
        return new DialogView.Form(
                author, false, "", UUID.randomUUID().toString(), after == null ? "" : after, null, null);
    }

    private String author(
            Opening opening, @Nullable String recipient, @Nullable Group group, Map<String, Contact> contacts) {
        String typed = typedNames.of(openings.writer(opening));
        if (typed != null) {
            return typed;
        }
        Contact lead = group == null || group.supportLead() == null ? null : contacts.get(group.supportLead());
        boolean whole = opening instanceof Opening.ByLink link && link.wholeReport();
        return AuthorDefault.of(openings.signedIn(opening), recipient, whole, lead == null ? null : lead.name());
    }

    private String draft(Opening opening, String responseId) {
        return openings.writer(opening) + "/" + opening.cpc() + "/" + responseId;
    }

    private static @Nullable String at(Opening opening, @Nullable String responseId) {
        return responseId == null ? null : NotesAddress.at(opening.parameters(), responseId, null, null);
    }
}
