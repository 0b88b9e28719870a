package io.amends.rules.decision;

import io.amends.messages.testing.PlainMessages;

/** Decides with the sentences that the message bundle has in its interface. */
public final class InEnglish {
    public static final DecisionSummary SUMMARY = new DecisionSummary(PlainMessages.english(DecisionMessages.class));
    public static final Decider DECIDER = new Decider(SUMMARY);

    private InEnglish() {}
}
