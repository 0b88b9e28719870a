package io.amends.dashboard.studio;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the rule studio; English is the first language (C11). */
@MessageBundle("studio")
public interface StudioWords {
    @Message("{#if rules == 1}1 rule decides{#else}{rules} rules decide{/if}; version {version} since {date} by"
            + " {author}.")
    String decides(int rules, long version, String date, String author);

    @Message("No rule decides yet: only your threshold and the customer's own wish do.")
    String nothingDecides();

    @Message("A draft with {#if changes == 1}1 change{#else}{changes} changes{/if} waits.")
    String draftWaits(int changes);

    @Message("Rules never override a customer's No.")
    String holdsAround();

    @Message("“{rule}” is in the draft. Customers notice nothing until you publish.")
    String savedRule(String rule);

    @Message("“{rule}” is taken out of the draft. If it is published, it goes on deciding until you publish the draft.")
    String removedRule(String rule);

    @Message("“{rule}” has moved. The order counts only where two rules have the same priority.")
    String movedRule(String rule);

    @Message("“{rule}” is a copy. Change it, then publish.")
    String copiedRule(String rule);

    @Message("The draft is discarded.")
    String undone();

    @Message("The draft is saved. Customers notice nothing until you publish.")
    String savedDraft();

    @Message("Version {version} decides from now on.")
    String published(long version);

    @Message("copy")
    String copy();

    @Message("This takes “{rule}” out of the draft. What is published goes on deciding until you publish the draft.")
    String removeMeans(String rule);

    @Message("Discarding the draft drops {#if changes == 1}its 1 change{#else}all its {changes} changes{/if}; {#if"
            + " version == 0}it has no rules then{#else}it says again what version {version} says{/if}. This"
            + " cannot be undone.")
    String discardMeans(int changes, long version);

    @Message("Where several rules match, the one with the smallest priority decides; of two with the same priority, the"
            + " upper one. Times of day are {zone}.")
    String orderMeans(String zone);

    @Message("since it was published {when}")
    String sincePublished(String when);

    @Message("would have been {count} in {days} days")
    String wouldHaveBeen(String count, int days);

    @Message("The tag “{value}”")
    String unseenTag(String value);

    @Message("The factor “{value}”")
    String unseenFactor(String value);

    @Message("The property “{value}”")
    String unseenProperty(String value);

    @Message("The {field} “{value}”")
    String unseenField(String field, String value);

    @Message("{what} has not occurred in the last {days} days.")
    String unseenInDays(String what, int days);

    @Message("{what} has not occurred in the newest {count} responses.")
    String unseenInNewest(String what, String count);

    @Message("Did you mean “{known}”?")
    String didYouMean(String known);

    @Message("Use {known}")
    String useKnown(String known);

    @Message("{#if count == 1}1 rule asks{#else}{count} rules ask{/if} for something that has not occurred lately. It"
            + " may be misspelt, or new.")
    String doubts(int count);

    @Message("Somebody else has changed the draft since this page was made. Nothing was done; below is the draft as it"
            + " is now.")
    String staleList();

    @Message("Somebody else has changed the draft since you began. Your rule is here as you wrote it, and not saved"
            + " yet. Look at the draft first. If you save again, this rule goes into it, in place of the rule of"
            + " its name.")
    String staleRule();

    @Message("Somebody else has changed the draft since you began. Your text is here as you wrote it, and not saved"
            + " yet. Look at the draft first. If you save again, your text replaces all of it.")
    String staleJson();

    @Message("Somebody else has changed the draft since this page was made. Nothing was published. "
            + "Read what it changes now, then publish, or ask them first.")
    String stalePublish();

    @Message("{#if count == 1}1 place is{#else}{count} places are{/if} not right yet. Nothing was saved.")
    String wrongPlaces(int count);

    @Message("Condition {number}")
    String condition(String number);

    @Message("The value of condition {number}")
    String conditionValue(String number);

    @Message("Flag it as")
    String effectKind();

    @Message("Priority")
    String effectPriority();

    @Message("Alert")
    String effectAlert();

    @Message("Follow-up survey")
    String effectFollowUp();

    @Message("Tags")
    String effectTags();

    @Message("All conditions")
    String allConditions();

    @Message("Name")
    String placeName();

    @Message("What happens")
    String placeThen();

    @Message("Rule “{name}”")
    String placeRule(String name);

    @Message("The rule set")
    String placeAll();

    @Message("The text")
    String placeText();

    @Message("New rule")
    String newRule();

    @Message("Reads: when {when}.")
    String reads(String when);

    @Message("all of these are true")
    String kindAll();

    @Message("at least one of these is true")
    String kindAny();

    @Message("not")
    String kindNot();

    @Message("score or answer")
    String kindMeasure();

    @Message("who or where")
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

    @Message("overall at or below the threshold")
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

    @Message("CSAT")
    String measureCsat();

    @Message("NPS")
    String measureNps();

    @Message("CES")
    String measureCes();

    @Message("first contact resolution")
    String measureFcr();

    @Message("Yes")
    String choiceIsYes();

    @Message("No")
    String choiceIsNo();

    @Message("Left blank")
    String choiceIsBlank();

    @Message("Not asked")
    String choiceIsNotAsked();

    @Message("{name}, {low} to {high}")
    String measureScale(String name, String low, String high);

    @Message("{name}, yes or no")
    String measureYesNo(String name);

    @Message("{name}, which is not declared any more")
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

    @Message("answered between {from} and {to}, {zone}")
    String saidHours(String from, String to, String zone);

    @Message("answered on {days} between {from} and {to}, {zone}")
    String saidDaysAndHours(String days, String from, String to, String zone);

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

    @Message("{#if count == 1}Publish 1 change as version {version}?{#else}Publish {count} changes as version"
            + " {version}?{/if}")
    String publishAsk(int count, long version);

    @Message("There is nothing to publish: the draft says what is published already.")
    String nothingToPublish();

    @Message("Say why, in a few words. Your reason is kept with the version.")
    String reasonMissing();

    @Message("Please confirm that this many is what you want.")
    String confirmMissing();

    @Message("In use within seconds. What was decided before stays as it was decided. "
            + "You can go back to any version.")
    String publishMeans();

    @Message("{#if total == 1}1 version{#else}{total} versions{/if}; version {version} has decided since {date}.")
    String versionsHeadline(long total, long version, String date);

    @Message("Nothing has been published yet.")
    String noVersions();

    @Message("Version {version} decides now.")
    String versionDecides(long version);

    @Message("Version {version} was published {from}. It does not decide any more.")
    String versionDecided(long version, String from);

    @Message("The rules of version {version} become version {next} and decide from then on. Version {now} stays in the"
            + " history. The draft is left as it is.")
    String rollBackMeans(long version, long next, long now);

    @Message(
            "Version {now} has been published since this page was opened. See what it changed, then go back to version "
                    + "{version} if that is still what you want.")
    String rollBackStale(long version, long now);

    @Message("A reason has at most {most} characters.")
    String reasonTooLong(int most);

    @Message("Back to version {version}")
    String backTo(long version);

    @Message("As without this rule")
    String kindUsual();

    @Message("Contact an unhappy customer (recovery)")
    String kindRecovery();

    @Message("Contact a happy customer (opportunity)")
    String kindOpportunity();

    @Message("Do not flag it")
    String kindNone();

    @Message("As without this rule")
    String asUsual();

    @Message("At once, and in the daily digest")
    String alertImmediate();

    @Message("In the daily digest")
    String alertDigest();

    @Message("Alert nobody")
    String alertNone();

    @Message("Send one when the case is closed")
    String followUpYes();

    @Message("Send none")
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

    @Message("Nobody more and nobody fewer would be contacted; {#if kept == 1}1 customer stays{#else}{kept} customers"
            + " stay{/if}.")
    String backtestSame(long kept);

    @Message("{#if gained == 1}1 more customer{#else}{gained} more customers{/if} would be contacted, nobody fewer;"
            + " {kept} stay.")
    String backtestMore(long gained, long kept);

    @Message(
            "{#if lost == 1}1 customer{#else}{lost} customers{/if} fewer would be contacted, nobody more; {kept} stay.")
    String backtestFewer(long lost, long kept);

    @Message("{#if gained == 1}1 more customer{#else}{gained} more customers{/if} would be contacted, {lost} fewer;"
            + " {kept} stay.")
    String backtestBoth(long gained, long lost, long kept);

    @Message("{rules}, {from} to {to}{#if author}, asked for by {author}{/if}")
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

    @Message("{percent}% is done; {read} records are read.")
    String readSoFar(int percent, String read);

    @Message("Records before {date} are no longer kept, so the backtest begins there.")
    String heldFrom(String date);

    @Message("{count} responses were judged again. Nobody was contacted.")
    String judged(String count);

    @Message("All groups")
    String allGroups();

    @Message("{group} would be over its cap of {cap} a day on {#if after == 1}1 day{#else}{after} days{/if}; until now"
            + " it was on {before}.")
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

    @Message("Is to be contacted either way.")
    String keptMeans();

    @Message("Show {count} more")
    String moreCases(String count);

    @Message("All {count} are shown.")
    String allCases(String count);

    @Message("The newest {kept} of {count} are kept.")
    String keptCases(String kept, String count);

    @Message("until now")
    String untilNow();

    @Message("with {rules}")
    String withRules(String rules);

    @Message("{about}, {zone}")
    String inZone(String about, String zone);

    @Message("The draft has changed since this backtest.")
    String draftChanged();

    @Message("Backtest of this draft, {from} to {to}: {result}")
    String testedDraft(String from, String to, String result);

    @Message("The draft has changed since its last backtest.")
    String testedEarlier();

    @Message("This draft has not been backtested.")
    String notTested();

    @Message("{version}, {at}")
    String versionAt(String version, String at);

    @Message("must be a date")
    String dateWanted();

    @Message("Decided before there were rules")
    String decidedWithoutRules();

    @Message("{#if matched == 0}None of {all} rules matches{#else}{matched} of {all} {#if all == 1}rule"
            + " matches{#else}rules match{/if}{/if} this response.")
    String rulesMatched(int matched, int all);

    @Message("Nothing can make this rule match.")
    String cannotMatch();

    @Message("It is not known what would make it match.")
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

    @Message("Without rules, everyone at or below your threshold is flagged, and everyone who asked to be contacted."
            + " Rules refine that: who comes first, who is alerted at once, which tags a case gets.")
    String emptyExplains();

    @Message("“One star, by phone, from a VIP: priority 1, alert at once” is one rule. You can see what it would have"
            + " done before it decides anything.")
    String emptyExample();

    @Message("For those who like it. The builder and this page write the same draft.")
    String jsonExplains();

    @Message("Each publish makes a version that never changes, with who did it, when and why. You can go back to any of"
            + " them.")
    String versionsExplain();

    @Message("This version has no rules: threshold and contact choice decide alone.")
    String versionEmpty();

    @Message("A backtest judges the responses of these days again and says who would be contacted. It sends nothing and"
            + " changes nothing.")
    String backtestExplains();

    @Message("Backtests that you run appear here, so that you can look at them again.")
    String backtestEmptyList();

    @Message("No rules were published when this was decided: the threshold and the customer's own wish decided alone.")
    String noRulesDecided();
}
