package io.amends.dashboard.recovery;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.Contact;
import io.amends.dashboard.client.Acting;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.language.PageLanguage;
import io.amends.dashboard.recovery.core.Opening;
import io.amends.dashboard.signin.Origin;
import io.amends.dashboard.signin.Person;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Signature;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may open the dialog, and how: a genuine link in time opens its report, a sign-in opens the rest (C6, D3). A request
 * by link is its recipient's; a session beside it counts only where our own page has sent the request, since another site
 * that knows one link could otherwise write in the name of whoever is signed in.
 */
@ApplicationScoped
class Openings {
    private final LinkTokens tokens;
    private final Caller caller;
    private final Acting acting;
    private final Person person;
    private final Origin origin;
    private final Directory directory;
    private final PageLanguage language;
    private final RecoveryMessages messages;
    private final Clock clock;

    Openings(
            LinkTokens tokens,
            Caller caller,
            Acting acting,
            Person person,
            Origin origin,
            Directory directory,
            PageLanguage language,
            RecoveryMessages messages,
            Clock clock) {
        this.tokens = tokens;
        this.caller = caller;
        this.acting = acting;
        this.person = person;
        this.origin = origin;
        this.directory = directory;
        this.language = language;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * How the dialog was addressed.
     *
     * @throws Problem 401 where nobody is signed in, 403 for a forged link, 404 for a portal that is not theirs, 410 for
     *     an expired link, 400 for an unclear address
     */
    Opening open(NotesParameters asked) {
        String cpc = asked.cpc == null ? "" : asked.cpc;
        if (asked.t != null) {
            LinkTokens.Verified verified = tokens.verify(asked.t, clock.instant());
            if (verified instanceof LinkTokens.Verified.Valid valid) {
                Opening.ByLink opening = new Opening.ByLink(cpc, asked.t, valid.link());
                acting.byLink(identity(opening), cpc, Set.of());
                if (!signedInHere(opening)) {
                    Contact recipient = directory.contacts(cpc).get(valid.link().contactId());
                    language.recipients(recipient == null ? null : recipient.language());
                }
                return opening;
            }
            throw verified instanceof LinkTokens.Verified.Expired
                    ? Problem.gone(messages.linkExpired())
                    : Problem.forbidden(messages.linkForged());
        }
        if (!caller.known()) {
            throw Problem.unauthorized("Sign in first.");
        }
        caller.require(cpc);
        Opening.ByTwo two = new Opening.ByTwo(cpc, asked.rgid, asked.date, asked.tid);
        if (!two.complete()) {
            throw Problem.badRequest(messages.needsTwo(), List.of(new Reason("", messages.needsTwo())));
        }
        return two;
    }

    /** The verified identity that is stored beside the typed name (D2). */
    String identity(Opening opening) {
        return opening instanceof Opening.ByLink link && !signedInHere(opening)
                ? recipient(link) + ":" + link.link().digestId()
                : writer(opening);
    }

    /** Whose drafts the dialog shows and keeps (D6): one person's, over all reports. */
    String writer(Opening opening) {
        String user = person.user();
        if (user != null && signedInHere(opening)) {
            return Signature.PERSON + user;
        }
        return opening instanceof Opening.ByLink link ? recipient(link) : caller.name();
    }

    private static String recipient(Opening.ByLink link) {
        return Signature.RECIPIENT + link.link().contactId();
    }

    /** The full name of the person signed in, where their session counts. */
    @Nullable
    String signedIn(Opening opening) {
        return signedInHere(opening) ? person.fullName() : null;
    }

    /** Whether whoever opened it is there in their own right, and not by the link of a report alone. */
    boolean inOwnRight(Opening opening) {
        return opening instanceof Opening.ByTwo || signedInHere(opening);
    }

    /** What they may see besides the report of a link; without a sign-in that is nothing. */
    Sight sight(Opening opening) {
        return inOwnRight(opening) ? caller.sight(opening.cpc(), Permission.SEE_RESPONSES) : Sight.NOTHING;
    }

    /** Whether the list of responses is theirs to see. */
    boolean mayList(Opening opening) {
        return inOwnRight(opening) && caller.may(opening.cpc(), Permission.SEE_RESPONSES, Matter.PORTAL);
    }

    /** Whether they may see who was told of a case (F7); a link alone shows it to nobody. */
    boolean maySeeDeliveries(Opening opening) {
        return inOwnRight(opening) && caller.may(opening.cpc(), Permission.SEE_DELIVERIES, Matter.PORTAL);
    }

    /** Whether they may note on a response of this group: whoever has its report's link may. */
    boolean mayNote(Opening opening, String group) {
        return opening instanceof Opening.ByLink
                || caller.may(opening.cpc(), Permission.WRITE_NOTES, Matter.ofGroup(group));
    }

    /** Whether they may file a request about a ticket of this group (A9); a link alone files none. */
    boolean mayRequest(Opening opening, String group) {
        return inOwnRight(opening) && caller.may(opening.cpc(), Permission.FILE_REQUESTS, Matter.ofGroup(group));
    }

    /** Whether they may decide what becomes of a case of this group, propose it, or neither; a link alone does neither. */
    Rights.Ruling mayDecide(Opening opening, String group) {
        return inOwnRight(opening)
                ? caller.answer(opening.cpc(), Permission.DECIDE_CASES, Matter.ofGroup(group))
                : Rights.Ruling.NO;
    }

    /**
     * Requires that they are there in their own right.
     *
     * @throws Problem 403 in words, for a link without a sign-in
     */
    void requireSignIn(Opening opening) {
        if (!inOwnRight(opening)) {
            throw Problem.forbidden(messages.closingNeedsSignIn());
        }
    }

    /** What is asked from here on is asked by the link, which opens responses of these groups. */
    void opens(Opening.ByLink link, Set<String> groups) {
        acting.byLink(identity(link), link.cpc(), groups);
    }

    /** Asks another service for what they may themselves, also where a link has opened the dialog. */
    <T> T themselves(Opening opening, Supplier<T> asked) {
        return opening instanceof Opening.ByLink ? acting.byThemselves(asked) : asked.get();
    }

    private boolean signedInHere(Opening opening) {
        return person.signedIn() && (opening instanceof Opening.ByTwo || origin.ours());
    }
}
