package io.amends.alerting.report;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Explanation;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.directory.Portal;
import java.util.List;

/**
 * Says why a case was flagged (B6). A decision keeps the sentence in English, and an English report has that one, word for
 * word; the other languages say the same by what the decision was made of. What is not known of that any more is left out:
 * whether the threshold is the group's own, and which of several rules decided.
 */
final class ReasonWriter {
    private final Portal portal;
    private final DigestLanguage language;
    private final DigestMessages messages;

    ReasonWriter(Portal portal, DigestLanguage language) {
        this.portal = portal;
        this.language = language;
        this.messages = language.messages();
    }

    /** The sentence. */
    String why(RecoveryDecided decision) {
        return language.english() ? decision.explanation().summary() : told(decision);
    }

    private String told(RecoveryDecided decision) {
        String summary = decision.kind() == Kind.OPPORTUNITY
                ? messages.flaggedAsOpportunity(rated(decision.explanation()), wish(decision))
                : messages.flagged(rated(decision.explanation()), wish(decision));
        List<String> rules = decision.matchedRules().stream()
                .map(rule -> messages.quotedRule(Clean.name(rule)))
                .toList();
        return rules.isEmpty() ? summary : messages.rulesApply(summary, rules.size(), language.list(rules));
    }

    private String rated(Explanation given) {
        if (given.overall() == null) {
            return messages.notRated();
        }
        String rating = language.rating(given.overall(), portal);
        String threshold = language.threshold(given.threshold());
        return given.low() ? messages.ratedLow(rating, threshold) : messages.ratedHigh(rating, threshold);
    }

    private String wish(RecoveryDecided decision) {
        ContactChoice choice = decision.explanation().contactChoice();
        return switch (choice) {
            case YES -> messages.contactWanted();
            case NO -> messages.contactRefused();
            case NOT_ASKED -> messages.contactNotAsked();
            case UNANSWERED -> blank(decision);
        };
    }

    /** What a blank means by preference is told where nothing else can have made it a case (B3). */
    private String blank(RecoveryDecided decision) {
        if (decision.explanation().low()) {
            return messages.blankAllows();
        }
        boolean byPreference =
                decision.kind() == Kind.OPPORTUNITY && decision.matchedRules().isEmpty();
        return byPreference ? messages.blankIsOpportunity() : messages.contactLeftBlank();
    }
}
