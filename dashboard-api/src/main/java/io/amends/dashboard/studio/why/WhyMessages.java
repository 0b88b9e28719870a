package io.amends.dashboard.studio.why;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences that explain a decision; English is the first language (C11). */
@MessageBundle(value = "why", locale = "en")
public interface WhyMessages {
    @Message("Decided before there were rules")
    String decidedWithoutRules();

    @Message("{#if matched == 0}None of {all} rules matches{#else}{matched} of {all} {#plural all}{#one}rule"
            + " matches{#other}rules match{/plural}{/if} this response.")
    String rulesMatched(int matched, int all);

    @Message("Nothing can make this rule match.")
    String neverMatches();

    @Message("It is not known what would make it match.")
    String changesUnknown();

    @Message("It would match if:")
    String matchesIf();

    @Message("It would match by any one of these:")
    String matchesIfAny();

    @Message("matches")
    String matches();

    @Message("does not match")
    String matchesNot();

    @Message("cannot tell")
    String matchesUnknown();

    @Message("true")
    String isTrue();

    @Message("false")
    String isFalse();

    @Message("unknown")
    String isUnknown();

    @Message("Recovery")
    String outcomeRecovery();

    @Message("Opportunity")
    String outcomeOpportunity();

    @Message("Not flagged")
    String outcomeNone();

    @Message("contact required")
    String contactRequired();

    @Message("contact allowed")
    String contactAllowed();

    @Message("contact forbidden")
    String contactForbidden();

    @Message("priority {n}")
    String priorityIs(int n);

    @Message("alerts at once")
    String alertsAtOnce();

    @Message("in the daily digest")
    String alertsDaily();

    @Message("Version {response} of the response, {#if rules == 0}without rules{#else}by version {rules} of the"
            + " rules{/if}: {summary}")
    String decisionLine(long response, long rules, String summary);

    @Message("No rule was asked: the response does not count any more, or the version has no rules.")
    String noRuleAsked();

    @Message("nothing given")
    String seenNothing();

    @Message("none")
    String seenNone();

    @Message("seen: {value}")
    String seen(String value);

    @Message("No rules were published when this was decided: the threshold and the customer's own wish decided alone.")
    String noRulesDecided();

    @Message("Why")
    String title();

    @Message("All responses")
    String allResponses();

    @Message("Notes")
    String notes();

    @Message("What the customer said")
    String whatCustomerSaid();

    @Message("The customer left no comment.")
    String noComment();

    @Message("Customer")
    String customer();

    @Message("Ticket")
    String ticket();

    @Message("Group")
    String group();

    @Message("The decision")
    String theDecision();

    @Message("Decision")
    String decision();

    @Message("Outcome")
    String outcome();

    @Message("Overall")
    String overall();

    @Message("Threshold")
    String threshold();

    @Message("Contact")
    String contact();

    @Message("Tags")
    String tags();

    @Message("Also hears of it")
    String also();

    @Message("{contact}, by the rule “{rule}”")
    String alsoBy(String contact, String rule);

    @Message("Decided by")
    String decidedBy();

    @Message("When")
    String when();

    @Message("Show all rules")
    String showAllRules();

    @Message("What would make it match?")
    String whatWouldMatch();

    @Message("All decisions about it ({count})")
    String allDecisions(int count);
}
