package io.amends.dashboard.studio.compare;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of two rule sets side by side; English is the first language (C11). */
@MessageBundle(value = "compare", locale = "en")
public interface CompareMessages {
    @Message("Nothing differs between {from} and {to}.")
    String sameRules(String from, String to);

    @Message("{#plural changes}{#one}1 thing differs{#other}{changes} things differ{/plural} between {from} and"
            + " {to}.")
    String differences(int changes, String from, String to);

    @Message("what is published")
    String thePublished();

    @Message("Published now")
    String publishedNow();

    @Message("{#plural count}{#one}1 more rule is{#other}{count} more rules are{/plural} the same on both sides.")
    String sameOnBoth(int count);

    @Message("Only the draft, what is published, and versions can be compared.")
    String notComparable();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("In short")
    String inShort();

    @Message("Side by side")
    String sideBySide();

    @Message("Not in {rules}")
    String notIn(String rules);
}
