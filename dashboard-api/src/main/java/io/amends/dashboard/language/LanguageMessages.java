package io.amends.dashboard.language;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences about the language of the pages; English is the first language (C11). */
@MessageBundle(value = "language", locale = "en")
public interface LanguageMessages {
    @Message("Language")
    String label();

    @Message("As the browser asks")
    String ofBrowser();

    @Message("Of the pages, in this browser. What is mailed to you is in the language of your contact.")
    String hint();

    @Message("Change the language")
    String change();
}
