package io.amends.alerting.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.report.OperationsMessages;
import io.amends.alerting.report.RequestMail.MailHead;
import io.amends.messages.Languages;
import io.amends.messages.testing.PlainMessages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoticeWriterTest {
    @Test
    @DisplayName("A7, C3: a notice to admins is one text message of at most two parts, in every language")
    void twoParts() {
        for (String language : Languages.SPOKEN) {
            NoticeWriter writer = new NoticeWriter(PlainMessages.in(language, OperationsMessages.class));

            assertThat(writer.text(new MailHead("Silent: After a call", "", "Acme AG", "")))
                    .as(language)
                    .startsWith("Acme AG")
                    .contains("Silent: After a call");
            String longest = writer.text(new MailHead("Stumm: " + "ß".repeat(200), "", "Ж".repeat(200), ""));
            assertThat(SmsParts.of(longest)).as(longest).isEqualTo(2);
            assertThat(longest).contains("ßßß...", "ЖЖЖ...");
        }
    }
}
