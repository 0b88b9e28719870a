package io.amends.dashboard.preferences.sources;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the vendors of webhooks are called; English is the first language (C11). */
@MessageBundle(value = "vendors", locale = "en")
public interface VendorMessages {
    @Message("Formbricks")
    String formbricks();

    @Message("Delighted")
    String delighted();

    @Message("Typeform")
    String typeform();

    @Message("SurveyMonkey")
    String surveyMonkey();

    @Message("Qualtrics")
    String qualtrics();

    @Message("Zendesk")
    String zendesk();

    @Message("AskNicely")
    String askNicely();

    @Message("Any other tool that sends JSON")
    String json();
}
