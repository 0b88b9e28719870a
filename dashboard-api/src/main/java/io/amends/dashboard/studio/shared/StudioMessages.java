package io.amends.dashboard.studio.shared;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences that several pages of the rule studio use; English is the first language (C11). */
@MessageBundle(value = "studio", locale = "en")
public interface StudioMessages {
    @Message("The tag “{value}”")
    String unseenTag(String value);

    @Message("The factor “{value}”")
    String unseenFactor(String value);

    @Message("The property “{value}”")
    String unseenProperty(String value);

    @Message("The {field} “{value}”")
    String unseenField(String field, String value);

    @Message("{what} has not occurred in the last {days} days{#if own} in your support groups{/if}.")
    String unseenInDays(String what, int days, boolean own);

    @Message("{what} has not occurred in the newest {count} responses{#if own} of your support groups{/if}.")
    String unseenInNewest(String what, String count, boolean own);

    @Message("The directory has no contact “{code}”.")
    String noContact(String code);

    @Message("Did you mean “{known}”?")
    String didYouMean(String known);

    @Message("Use {known}")
    String useKnown(String known);

    @Message("{#plural count}{#one}1 rule asks{#other}{count} rules ask{/plural} for something that has not"
            + " occurred lately. It may be misspelt, or new.")
    String doubts(int count);

    @Message("{#plural count}{#one}1 place is{#other}{count} places are{/plural} not right yet. Nothing was saved.")
    String wrongPlaces(int count);

    @Message("the draft")
    String theDraft();

    @Message("version {version}")
    String theVersion(long version);

    @Message("Draft")
    String draft();

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

    @Message("{from}–{to} of {total}")
    String entriesShown(String from, String to, String total);

    @Message("{version}, {at}")
    String versionAt(String version, String at);

    @Message("This is not a form.")
    String notAForm();

    @Message("is not form-encoded")
    String notFormEncoded();

    @Message("A field is not valid.")
    String fieldNotValid();

    @Message("Rule studio")
    String ruleStudio();

    @Message("Backtests")
    String backtests();

    @Message("Compare")
    String compare();

    @Message("Versions")
    String versions();

    @Message("JSON")
    String json();

    @Message("Nothing was published.")
    String nothingPublished();

    @Message("Save in the draft")
    String saveInDraft();

    @Message("Cancel")
    String cancel();

    @Message("Look at the draft as it is now")
    String lookAtDraft();

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("Rule")
    String rule();

    @Message("What happens")
    String whatHappens();

    @Message("Why")
    String reason();

    @Message("To the rules")
    String toTheRules();

    @Message("Not seen lately")
    String notSeenLately();

    @Message("Move up")
    String moveUp();

    @Message("Move down")
    String moveDown();

    @Message("Remove")
    String remove();

    @Message("Not saved yet, but kept on this device.")
    String keptHere();

    @Message("Discard")
    String discardKept();

    @Message("Move {what} up")
    String moveUpOf(String what);

    @Message("Move {what} down")
    String moveDownOf(String what);

    @Message("{n} min ago")
    String minutesAgo(String n);

    @Message("{n} h ago")
    String hoursAgo(String n);

    @Message("Remove {what}")
    String removeOf(String what);
}
