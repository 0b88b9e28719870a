package io.amends.rules.decision;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The one sentence that says why a response was flagged, or why not (B6); English is the first language (C11). */
@MessageBundle(value = "decision", locale = "en")
public interface DecisionMessages {
    @Message("{verdict}: {score}, and {wish}")
    String and(String verdict, String score, String wish);

    @Message("{verdict}: {score}, but {wish}")
    String but(String verdict, String score, String wish);

    @Message("{summary}; your rule \"{rule}\" applies")
    String ruleApplies(String summary, String rule);

    @Message("{summary}; your rule \"{rule}\" applies, and {#plural others}{#one}one{#other}{others}{/plural} more")
    String rulesApply(String summary, String rule, int others);

    @Message("{summary}; it reached Amends too late for a digest")
    String late(String summary);

    @Message("Not flagged")
    String notFlagged();

    @Message("Unhappy, but not to be contacted")
    String notToBeContacted();

    @Message("Flagged")
    String flagged();

    @Message("Flagged as an opportunity")
    String opportunity();

    @Message("no overall rating was given")
    String noRating();

    @Message("overall {rating} is at or below your threshold {threshold}")
    String low(String rating, String threshold);

    @Message("overall {rating} is above your threshold {threshold}")
    String high(String rating, String threshold);

    @Message("{whole}.{fraction}")
    String decimal(String whole, String fraction);

    @Message("{rating} of {highest}")
    String ratingOf(String rating, String highest);

    @Message("{threshold} for {group}")
    String thresholdFor(String threshold, String group);

    @Message("the customer asked to be contacted")
    String contactWanted();

    @Message("the customer asked not to be contacted")
    String contactRefused();

    @Message("the survey did not ask about contact")
    String contactNotAsked();

    @Message("the customer left the contact question blank, which by your preference means contact is allowed")
    String blankAllows();

    @Message("the customer left the contact question blank, which by your preference means no contact")
    String blankForbids();

    @Message("the customer left the contact question blank, which by your preference means nothing to do")
    String blankIsNothing();

    @Message("the customer left the contact question blank, which by your preference means an opportunity")
    String blankIsOpportunity();

    @Message("Not flagged: a newer response for the same ticket replaced this one")
    String replaced();

    @Message("Not flagged: the newer response {response} for the same ticket replaced this one")
    String replacedBy(String response);

    @Message("Not flagged: the response was withdrawn because its newest version is not valid")
    String withdrawn();

    @Message("Not flagged: the response was withdrawn because its newest version is not valid ({reasons})")
    String withdrawnFor(String reasons);

    @Message("{left}; {right}")
    String reasons(String left, String right);
}
