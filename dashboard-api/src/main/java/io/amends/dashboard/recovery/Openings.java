package io.amends.dashboard.recovery;

import io.amends.contracts.Reason;
import io.amends.dashboard.page.Words;
import io.amends.dashboard.recovery.dialog.Opening;
import io.amends.dashboard.signin.Person;
import io.amends.kit.access.Caller;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may open the dialog, and how: a genuine link in time opens its report, a sign-in opens the rest (C6, D3). */
@ApplicationScoped
class Openings {
    private final LinkTokens tokens;
    private final Caller caller;
    private final Person person;
    private final Words words;
    private final Clock clock;

    Openings(LinkTokens tokens, Caller caller, Person person, Words words, Clock clock) {
        this.tokens = tokens;
        this.caller = caller;
        this.person = person;
        this.words = words;
        this.clock = clock;
    }

    /**
     * How the dialog was addressed.
     *
     * @throws Problem 401 and 403 where it is not open, 410 for an expired link, 400 for an unclear address
     */
    Opening open(NotesParameters asked) {
        String cpc = asked.cpc == null ? "" : asked.cpc;
        if (asked.t != null) {
            LinkTokens.Verified verified = tokens.verify(asked.t, clock.instant());
            if (verified instanceof LinkTokens.Verified.Valid valid) {
                return new Opening.ByLink(cpc, asked.t, valid.link());
            }
            throw verified instanceof LinkTokens.Verified.Expired
                    ? Problem.gone(words.linkExpired())
                    : Problem.forbidden(words.linkForged());
        }
        if (!caller.known()) {
            throw Problem.unauthorized("Sign in first.");
        }
        caller.require(cpc);
        Opening.ByTwo two = new Opening.ByTwo(cpc, asked.rgid, asked.date, asked.tid);
        if (!two.complete()) {
            throw Problem.badRequest(words.needsTwo(), List.of(new Reason("", words.needsTwo())));
        }
        return two;
    }

    /** The verified identity that is stored beside the typed name (D2). */
    String identity(Opening opening) {
        String user = person.user();
        if (user != null) {
            return "user:" + user;
        }
        if (opening instanceof Opening.ByLink link) {
            return "recipient:" + link.link().contactId() + ":" + link.link().digestId();
        }
        return caller.name();
    }

    @Nullable
    String signedIn() {
        return person.fullName();
    }

    /** Whether more than a report's own content may be shown. */
    boolean maySeeAll(String cpc) {
        return caller.may(cpc);
    }
}
