package io.amends.dashboard.studio.rules;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the list of rules; English is the first language (C11). */
@MessageBundle(value = "rules", locale = "en")
public interface RulesMessages {
    @Message("{#plural rules}{#one}1 rule decides{#other}{rules} rules decide{/plural}; version {version} since"
            + " {date} by {author}.")
    String decides(int rules, long version, String date, String author);

    @Message("No rule decides yet: only your threshold and the customer's own wish do.")
    String nothingDecides();

    @Message("A draft with {#plural changes}{#one}1 change{#other}{changes} changes{/plural} waits.")
    String draftWaits(int changes);

    @Message("Rules never override a customer's No.")
    String holdsAround();

    @Message("“{rule}” is in the draft. Customers notice nothing until you publish.")
    String ruleSaved(String rule);

    @Message("“{rule}” is taken out of the draft. If it is published, it goes on deciding until you publish the draft.")
    String ruleRemoved(String rule);

    @Message("“{rule}” has moved. The order counts only where two rules have the same priority.")
    String ruleMoved(String rule);

    @Message("“{rule}” is a copy. Change it, then publish.")
    String ruleCopied(String rule);

    @Message("An admin publishes the draft.")
    String adminPublishes();

    @Message("The draft is discarded.")
    String draftDiscarded();

    @Message("The draft is saved. Customers notice nothing until you publish.")
    String draftSaved();

    @Message("Version {version} decides from now on.")
    String published(long version);

    @Message("copy")
    String copy();

    @Message("This takes “{rule}” out of the draft. What is published goes on deciding until you publish the draft.")
    String removeMeans(String rule);

    @Message("Discarding the draft drops {#plural changes}{#one}its 1 change{#other}all its {changes}"
            + " changes{/plural}; {#if version == 0}it has no rules then{#else}it says again what version"
            + " {version} says{/if}. This cannot be undone.")
    String discardMeans(int changes, long version);

    @Message("Where several rules match, the one with the smallest priority decides; of two with the same priority, the"
            + " upper one. Times of day are {zone}.")
    String orderMeans(String zone);

    @Message("since it was published {when}")
    String sincePublished(String when);

    @Message("would have been {count} in {days} days")
    String wouldHaveBeen(String count, int days);

    @Message("Somebody else has changed the draft since this page was made. Nothing was done; below is the draft as it"
            + " is now.")
    String staleList();

    @Message("Without rules, everyone at or below your threshold is flagged, and everyone who asked to be contacted."
            + " Rules refine that: who comes first, who is alerted at once, which tags a case gets.")
    String emptyExplains();

    @Message("“One star, by phone, from a VIP: priority 1, alert at once” is one rule. You can see what it would have"
            + " done before it decides anything.")
    String emptyExample();

    @Message("Backtest")
    String backtest();

    @Message("Publish…")
    String publish();

    @Message("Add a rule")
    String addRule();

    @Message("Nothing was changed.")
    String nothingChanged();

    @Message("See them side by side")
    String seeSideBySide();

    @Message("Discard the draft")
    String discardDraft();

    @Message("Priority")
    String priority();

    @Message("Caught, 30 days")
    String caughtColumn();

    @Message("Caught")
    String caught();

    @Message("in 30 days")
    String inThirtyDays();

    @Message("Change the draft")
    String changeDraft();

    @Message("Duplicate")
    String duplicate();

    @Message("Remove from the draft")
    String removeFromDraft();

    @Message("move")
    String keyMoves();

    @Message("edit")
    String keyEdits();

    @Message("search")
    String keySearches();

    @Message("Pages of the rules")
    String pages();

    @Message("No rules yet")
    String noRules();

    @Message("Build the first rule")
    String buildFirst();

    @Message("No rule has these words")
    String noneFound();

    @Message("Show all rules")
    String showAllRules();

    @Message("Find a rule")
    String findRule();

    @Message("Name, condition, tag")
    String findHint();

    @Message("Find")
    String find();

    @Message("Show all")
    String showAll();

    @Message("What the draft changes ({changes})")
    String whatDraftChanges(int changes);

    @Message("Duplicate {rule}")
    String duplicateOf(String rule);

    @Message("Remove {rule}…")
    String removeOf(String rule);
}
