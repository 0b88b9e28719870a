package io.amends.rules.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences in which rules are told, and what differs between two rule sets (B7); English is the first language (C11). */
@MessageBundle(value = "rules", locale = "en")
public interface RuleMessages {
    @Message("{subject} is {value}")
    String is(String subject, String value);

    @Message("{subject} is not {value}")
    String isNot(String subject, String value);

    @Message("{subject} is neither {values}")
    String isNeither(String subject, String values);

    @Message("{subject} below {bound}")
    String below(String subject, String bound);

    @Message("{subject} at most {bound}")
    String atMost(String subject, String bound);

    @Message("{subject} above {bound}")
    String above(String subject, String bound);

    @Message("{subject} at least {bound}")
    String atLeast(String subject, String bound);

    @Message("{subject} from {low} to {high}")
    String between(String subject, String low, String high);

    @Message("{subject} not from {low} to {high}")
    String notBetween(String subject, String low, String high);

    @Message("{subject} starts with {prefix}")
    String startsWith(String subject, String prefix);

    @Message("{subject} does not start with {prefix}")
    String startsNotWith(String subject, String prefix);

    @Message("{subject} is given")
    String given(String subject);

    @Message("{subject} is not given")
    String notGiven(String subject);

    @Message("tag {tag}")
    String tag(String tag);

    @Message("no tag {tag}")
    String noTag(String tag);

    @Message("factor {factor}")
    String factor(String factor);

    @Message("no factor {factor}")
    String noFactor(String factor);

    @Message("a comment")
    String comment();

    @Message("no comment")
    String noComment();

    @Message("the comment contains {text}")
    String commentContains(String text);

    @Message("the comment does not contain {text}")
    String commentContainsNot(String text);

    @Message("overall at or below the threshold")
    String overallLow();

    @Message("overall above the threshold")
    String overallHigh();

    @Message("answered {when}")
    String answered(String when);

    @Message("not answered {when}")
    String notAnswered(String when);

    @Message("on {days}")
    String onDays(String days);

    @Message("between {from} and {to}")
    String betweenHours(String from, String to);

    @Message("{days} {hours}")
    String daysAndHours(String days, String hours);

    @Message("Monday")
    String monday();

    @Message("Tuesday")
    String tuesday();

    @Message("Wednesday")
    String wednesday();

    @Message("Thursday")
    String thursday();

    @Message("Friday")
    String friday();

    @Message("Saturday")
    String saturday();

    @Message("Sunday")
    String sunday();

    @Message("channel")
    String channel();

    @Message("brand")
    String brand();

    @Message("segment")
    String segment();

    @Message("support group")
    String supportGroup();

    @Message("agent")
    String agent();

    @Message("language")
    String language();

    @Message("contact choice")
    String contactChoice();

    @Message("CSAT")
    String csat();

    @Message("NPS")
    String nps();

    @Message("CES")
    String ces();

    @Message("first contact resolution")
    String fcr();

    @Message("“Yes”")
    String choiceYes();

    @Message("“No”")
    String choiceNo();

    @Message("“Left blank”")
    String choiceUnanswered();

    @Message("“Not asked”")
    String choiceNotAsked();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("{whole}.{fraction}")
    String decimal(String whole, String fraction);

    @Message("“{text}”")
    String quoted(String text);

    @Message("{left} or {right}")
    String or(String left, String right);

    @Message("{left} nor {right}")
    String nor(String left, String right);

    @Message("{left} and {right}")
    String and(String left, String right);

    @Message("{left}, {right}")
    String comma(String left, String right);

    @Message("{left}, and {right}")
    String commaAnd(String left, String right);

    @Message("({condition})")
    String group(String condition);

    @Message("not {condition}")
    String not(String condition);

    @Message("recovery")
    String recovery();

    @Message("opportunity")
    String opportunity();

    @Message("not flagged")
    String notFlagged();

    @Message("priority {priority}")
    String priority(int priority);

    @Message("tags {tags}")
    String tags(String tags);

    @Message("no tags")
    String noTags();

    @Message("alerts at once")
    String alertsAtOnce();

    @Message("alerts by digest")
    String alertsByDigest();

    @Message("alerts nobody")
    String alertsNobody();

    @Message("sends a follow-up survey")
    String followUp();

    @Message("sends no follow-up survey")
    String noFollowUp();

    @Message("also tells {contacts}")
    String also(String contacts);

    @Message("tells nobody else")
    String alsoNobody();

    @Message("everything as usual")
    String usual();

    @Message("the usual kind")
    String usualKind();

    @Message("the usual priority")
    String usualPriority();

    @Message("the usual tags")
    String usualTags();

    @Message("the usual alert")
    String usualAlert();

    @Message("the usual follow-up")
    String usualFollowUp();

    @Message("Adds {rule} for {when}: {then}.")
    String added(String rule, String when, String then);

    @Message("Removes {rule} for {when}: {then}.")
    String removed(String rule, String when, String then);

    @Message("Renames {former} to {rule}.")
    String renamed(String former, String rule);

    @Message("Changes {rule}: {changes}.")
    String changed(String rule, String changes);

    @Message("{left}; {right}")
    String bothChanged(String left, String right);

    @Message("for {now} instead of {before}")
    String whenChanged(String now, String before);

    @Message("now also needs {conditions}")
    String needsAlso(String conditions);

    @Message("no longer needs {conditions}")
    String needsNoLonger(String conditions);

    @Message("now needs {now} instead of {before}")
    String needsInstead(String now, String before);

    @Message("{now} instead of {before}")
    String thenChanged(String now, String before);

    @Message("it is written differently, and means the same")
    String writtenDifferently();

    @Message("Moves {rule} above {others}: where both match, {rule} now decides.")
    String movedAhead(String rule, String others);

    @Message("Moves {rule} below {others}: where both match, {rule} no longer decides.")
    String movedBehind(String rule, String others);

    @Message("{ahead} {behind}")
    String movedBothWays(String ahead, String behind);

    @Message("{names} and {count} more")
    String more(String names, int count);
}
