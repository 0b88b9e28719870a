package io.amends.dashboard.studio.json;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the draft as JSON; English is the first language (C11). */
@MessageBundle(value = "json", locale = "en")
public interface JsonMessages {
    @Message("Somebody else has changed the draft since you began. Your text is here as you wrote it, and not saved"
            + " yet. Look at the draft first. If you save again, your text replaces all of it.")
    String staleJson();

    @Message("The text")
    String placeText();

    @Message("For those who like it. The builder and this page write the same draft.")
    String jsonExplains();

    @Message("Rules as JSON")
    String title();

    @Message("The whole draft as JSON")
    String heading();

    @Message("Rule set")
    String ruleSet();

    @Message("Your unsaved text from {ago} is back.")
    String unsavedIsBack(String ago);
}
