package io.amends.dashboard.studio;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the rule studio; English is the first language (C11). */
@MessageBundle("studio")
public interface StudioWords {
    @Message(
            "{#if rules == 1}1 rule decides{#else}{rules} rules decide{/if}; version {version} since {date} by {author}.")
    String decides(int rules, long version, String date, String author);

    @Message("No rule decides yet: your threshold and the customer's own wish do.")
    String nothingDecides();

    @Message("A draft with {#if changes == 1}1 change{#else}{changes} changes{/if} waits.")
    String draftWaits(int changes);

    @Message("Threshold and contact choice hold around all rules: who asked not to be contacted never is.")
    String holdsAround();

    @Message("“{rule}” is in the draft. Customers notice nothing until you publish.")
    String savedRule(String rule);

    @Message("“{rule}” is out of the draft. It decides as before until you publish.")
    String removedRule(String rule);

    @Message("“{rule}” has moved. The order counts where two rules have the same priority.")
    String movedRule(String rule);

    @Message("“{rule}” is a copy. Change it, then publish.")
    String copiedRule(String rule);

    @Message("The draft is again what is published.")
    String undone();

    @Message("The draft is saved. Customers notice nothing until you publish.")
    String savedDraft();

    @Message("Version {version} decides from now on.")
    String published(long version);

    @Message("copy")
    String copy();

    @Message("“{rule}” is taken out of the draft. What is published goes on deciding until you publish the draft.")
    String removeMeans(String rule);

    @Message(
            "All changes of the draft are dropped, and it is again what version {version} says. This cannot be taken back.")
    String undoMeans(long version);

    @Message(
            "Somebody else has changed the draft since this page was made. Nothing was done; below is the draft as it is now.")
    String staleList();

    @Message(
            "Somebody else has changed the draft since you began. Your rule is here as you wrote it, and not saved yet. "
                    + "Look at the draft first; to save again puts this rule into it, in place of the one of its name.")
    String staleRule();

    @Message(
            "Somebody else has changed the draft since you began. Your text is here as you wrote it, and not saved yet. "
                    + "Look at the draft first; to save again replaces all of it.")
    String staleJson();

    @Message("Somebody else has changed the draft since this page was made. Nothing was published. "
            + "Read what it changes now, then publish, or ask them first.")
    String stalePublish();

    @Message("{#if count == 1}1 place is{#else}{count} places are{/if} not right yet. Nothing was saved.")
    String wrongPlaces(int count);

    @Message("Condition {number}")
    String condition(String number);

    @Message("All conditions")
    String allConditions();

    @Message("Name")
    String placeName();

    @Message("What happens")
    String placeThen();

    @Message("Rule “{name}”")
    String placeRule(String name);

    @Message("The rules as a whole")
    String placeAll();

    @Message("New rule")
    String newRule();

    @Message("Reads: when {when}.")
    String reads(String when);

    @Message("all of these hold")
    String kindAll();

    @Message("at least one of these holds")
    String kindAny();

    @Message("it is not so that")
    String kindNot();

    @Message("score or answer")
    String kindMeasure();

    @Message("where it comes from")
    String kindField();

    @Message("custom property")
    String kindProperty();

    @Message("tag")
    String kindTag();

    @Message("factor")
    String kindFactor();

    @Message("comment")
    String kindComment();

    @Message("time of the answer")
    String kindSubmitted();

    @Message("overall is at or below the threshold")
    String kindOverall();

    @Message("channel")
    String fieldChannel();

    @Message("brand")
    String fieldBrand();

    @Message("segment")
    String fieldSegment();

    @Message("support group")
    String fieldSupportGroup();

    @Message("agent")
    String fieldAgent();

    @Message("language")
    String fieldLanguage();

    @Message("contact choice")
    String fieldContactChoice();

    @Message("is")
    String opEq();

    @Message("is not")
    String opNe();

    @Message("is below")
    String opLt();

    @Message("is at most")
    String opLte();

    @Message("is above")
    String opGt();

    @Message("is at least")
    String opGte();

    @Message("is from … to")
    String opBetween();

    @Message("is one of")
    String opIn();

    @Message("is none of")
    String opNotIn();

    @Message("begins with")
    String opPrefix();

    @Message("is given")
    String opPresent();

    @Message("is not given")
    String opMissing();

    @Message("contains")
    String opContains();

    @Message("was written")
    String opCommentPresent();

    @Message("was left empty")
    String opCommentAbsent();

    @Message("{name}, {low} to {high}")
    String measureScale(String name, String low, String high);

    @Message("{name}, yes or no")
    String measureYesNo(String name);

    @Message("{name}, not declared any more")
    String measureGone(String name);

    @Message("{what} from {low} to {high}")
    String saidBetween(String what, String low, String high);

    @Message("tag {tag}")
    String saidTag(String tag);

    @Message("factor “{factor}”")
    String saidFactor(String factor);

    @Message("the comment contains “{text}”")
    String saidContains(String text);

    @Message("a comment was written")
    String saidComment();

    @Message("no comment was written")
    String saidNoComment();

    @Message("answered on {days}")
    String saidDays(String days);

    @Message("answered between {from} and {to}")
    String saidHours(String from, String to);

    @Message("answered on {days} between {from} and {to}")
    String saidDaysAndHours(String days, String from, String to);

    @Message("overall at or below the threshold")
    String saidOverall();

    @Message("not ({what})")
    String saidNot(String what);

    @Message("nothing yet")
    String saidNothing();

    @Message("and")
    String and();

    @Message("or")
    String or();

    @Message("Nothing differs between {from} and {to}.")
    String sameRules(String from, String to);

    @Message("{#if changes == 1}1 thing differs{#else}{changes} things differ{/if} between {from} and {to}.")
    String differences(int changes, String from, String to);

    @Message("the draft")
    String theDraft();

    @Message("version {version}")
    String theVersion(String version);

    @Message("what is published")
    String thePublished();

    @Message("Draft")
    String draft();

    @Message("Published now")
    String publishedNow();

    @Message("Version {version}")
    String version(long version);

    @Message("Added")
    String added();

    @Message("Removed")
    String removed();

    @Message("Changed")
    String changed();

    @Message("Moved")
    String moved();

    @Message("{#if count == 1}1 more rule is{#else}{count} more rules are{/if} the same on both sides.")
    String sameOnBoth(int count);

    @Message(
            "{#if count == 1}Publish 1 change as version {version}?{#else}Publish {count} changes as version {version}?{/if}")
    String publishAsk(int count, long version);

    @Message("There is nothing to publish: the draft says what is published already.")
    String nothingToPublish();

    @Message("Say why, in a few words. It stays beside the version for good.")
    String reasonMissing();

    @Message("Please confirm that this many is what you want.")
    String confirmMissing();

    @Message("Every instance decides by it within seconds. What was decided before stays as it was decided. "
            + "You can go back to any version.")
    String publishMeans();

    @Message("{#if total == 1}1 version{#else}{total} versions{/if}; version {version} decides since {date}.")
    String versionsHeadline(long total, long version, String date);

    @Message("Nothing has been published yet.")
    String noVersions();

    @Message("Version {version} decides now.")
    String versionDecides(long version);

    @Message("Version {version} decided from {from}; it does not any more.")
    String versionDecided(long version, String from);

    @Message(
            "The rules of version {version} become version {next} and decide from then on. Version {now} stays in the history. "
                    + "The draft is left as it is.")
    String rollBackMeans(long version, long next, long now);

    @Message("Back to version {version}")
    String backTo(long version);

    @Message("as usual for its score and wish")
    String kindUsual();

    @Message("RECOVERY: contact an unhappy customer")
    String kindRecovery();

    @Message("OPPORTUNITY: contact a happy one")
    String kindOpportunity();

    @Message("NONE: do not flag it")
    String kindNone();

    @Message("as usual")
    String asUsual();

    @Message("at once, and in the digest")
    String alertImmediate();

    @Message("in the daily digest")
    String alertDigest();

    @Message("alert nobody")
    String alertNone();

    @Message("send one after closing")
    String followUpYes();

    @Message("send none")
    String followUpNo();

    @Message("{from}–{to} of {total}")
    String rulesShown(String from, String to, String total);

    @Message("Waiting for its turn.")
    String backtestQueued();

    @Message("Judging the responses of these days…")
    String backtestRunning();

    @Message("This backtest was cancelled.")
    String backtestCancelled();

    @Message("This backtest could not be finished.")
    String backtestFailed();

    @Message("No response was received in these days.")
    String backtestEmpty();

    @Message(
            "Nobody more and nobody fewer would be contacted; {#if kept == 1}1 customer stays{#else}{kept} customers stay{/if}.")
    String backtestSame(long kept);

    @Message(
            "{#if gained == 1}1 more customer{#else}{gained} more customers{/if} would be contacted, nobody fewer; {kept} stay.")
    String backtestMore(long gained, long kept);

    @Message(
            "{#if lost == 1}1 customer{#else}{lost} customers{/if} fewer would be contacted, nobody more; {kept} stay.")
    String backtestFewer(long lost, long kept);

    @Message(
            "{#if gained == 1}1 more customer{#else}{gained} more customers{/if} would be contacted, {lost} fewer; {kept} stay.")
    String backtestBoth(long gained, long lost, long kept);

    @Message("{rules}, {from} to {to}{#if author}, by {author}{/if}")
    String backtestAbout(String rules, String from, String to, String author);

    @Message("Queued")
    String stateQueued();

    @Message("Running")
    String stateRunning();

    @Message("Done")
    String stateDone();

    @Message("Cancelled")
    String stateCancelled();

    @Message("Failed")
    String stateFailed();

    @Message("Next in line.")
    String nextInLine();

    @Message("{#if before == 1}1 backtest is{#else}{before} backtests are{/if} before it.")
    String inLine(int before);

    @Message("{percent}% done, {read} records read")
    String readSoFar(int percent, String read);

    @Message("Records before {date} are no longer kept, so the backtest begins there.")
    String heldFrom(String date);

    @Message("{count} responses were judged again; nobody was contacted by it.")
    String judged(String count);

    @Message("All groups")
    String allGroups();

    @Message(
            "{group} would be over its cap of {cap} a day on {#if after == 1}1 day{#else}{after} days{/if}; it was on {before}.")
    String overCap(String group, int cap, long after, long before);

    @Message("same")
    String same();

    @Message("{#if count == 1}1 gained{#else}{count} gained{/if}")
    String gained(long count);

    @Message("{#if count == 1}1 lost{#else}{count} lost{/if}")
    String lost(long count);

    @Message("{#if count == 1}1 stays{#else}{count} stay{/if}")
    String kept(long count);

    @Message("Would be contacted, and was not.")
    String gainedMeans();

    @Message("Was to be contacted, and would not be.")
    String lostMeans();

    @Message("To be contacted either way.")
    String keptMeans();

    @Message("and {count} more")
    String moreCases(String count);

    @Message("must be a date")
    String dateWanted();

    @Message("Decided before there were rules")
    String decidedWithoutRules();

    @Message(
            "{#if matched == 0}None of {all} rules matches{#else}{matched} of {all} {#if all == 1}rule matches{#else}rules match{/if}{/if} this response.")
    String rulesMatched(int matched, int all);

    @Message("Nothing can make this rule match.")
    String cannotMatch();

    @Message("What would make it match is not known.")
    String noWants();

    @Message("It would match if:")
    String oneWant();

    @Message("It would match by any one of these:")
    String manyWants();

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

    @Message("Response version {response}, {#if rules == 0}no rules{#else}rules version {rules}{/if}: {summary}")
    String decisionLine(long response, long rules, String summary);

    @Message("No rule was asked: the response does not count any more, or the version has no rules.")
    String noRuleAsked();

    @Message("nothing given")
    String seenNothing();

    @Message("none")
    String seenNone();

    @Message("seen: {value}")
    String seen(String value);

    @Message(
            "Without rules, everyone at or below your threshold is flagged, and everyone who asked to be contacted. Rules refine that: who comes first, who is alerted at once, which tags a case gets.")
    String emptyExplains();

    @Message(
            "“One star, by phone, from a VIP: priority 1, alert at once” is one rule. You see what it would have done before it decides anything.")
    String emptyExample();

    @Message("For those who like it. The builder and this page write the same draft.")
    String jsonExplains();

    @Message(
            "Each publish makes a version that never changes, with who did it, when and why. You can go back to any of them.")
    String versionsExplain();

    @Message("This version has no rules: threshold and contact choice decide alone.")
    String versionEmpty();

    @Message(
            "A backtest judges the responses of these days again and says who would be contacted. It sends nothing and changes nothing.")
    String backtestExplains();

    @Message("What you run appears here, and stays to be looked at again.")
    String backtestEmptyList();

    @Message("No rules were published when this was decided: the threshold and the customer's own wish decided alone.")
    String noRulesDecided();
}
