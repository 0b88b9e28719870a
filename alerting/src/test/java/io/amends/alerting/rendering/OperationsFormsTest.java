package io.amends.alerting.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.report.OperationsMailWriter;
import io.amends.alerting.report.OperationsMessages;
import io.amends.alerting.report.RequestMail;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.OriginKind;
import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.QuarantineWaiting.ReasonCount;
import io.amends.contracts.SignalOrigin;
import io.amends.contracts.SourceSilence;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.messages.Languages;
import io.amends.messages.pseudo.PlainWords;
import io.amends.messages.testing.PlainMessages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OperationsFormsTest {
    private static final URI PAGES = URI.create("https://amends.example");
    private static final Portal PORTAL = DirectoryEntries.portal("");
    private static final Instant SINCE = Instant.parse("2026-11-20T08:00:00Z");
    private static final List<String> DATA =
            List.of("Acme", "After a call", "https://amends.example", "Nov", "Europe/Berlin");

    @Test
    @DisplayName("A7, A11, C11: every word of the mails to admins is of a message, or is data")
    void pseudo() throws Exception {
        for (RequestMail mail :
                all(new OperationsMailWriter(PlainMessages.pseudo(OperationsMessages.class), Locale.UK, PAGES))) {
            DigestForms forms = RequestForms.of(mail);
            assertThat(PlainWords.in(forms.subject(), DATA)).isEmpty();
            assertThat(PlainWords.in(forms.text().replaceAll("https?://\\S+", ""), DATA))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("A7, A11, C11: the mails to admins are there in every language")
    void languages() {
        for (String language : Languages.SPOKEN) {
            Locale locale = Languages.of(language, null);
            for (RequestMail mail : all(
                    new OperationsMailWriter(PlainMessages.in(language, OperationsMessages.class), locale, PAGES))) {
                DigestForms forms = RequestForms.of(mail);
                assertThat(forms.html()).contains("<html lang=\"" + language + "\">");
                assertThat(forms.subject() + forms.text()).doesNotContain("{", "}");
                assertThat(forms.text().contains("What to do".toUpperCase(Locale.ROOT)))
                        .isEqualTo(language.equals("en"));
            }
        }
    }

    private static List<RequestMail> all(OperationsMailWriter writer) {
        List<RequestMail> mails = new ArrayList<>();
        for (OriginKind kind : OriginKind.values()) {
            for (Duration silence : List.of(Duration.ofMinutes(40), Duration.ofHours(5), Duration.ofDays(9))) {
                SourceSilence told = new SourceSilence(
                        "acme",
                        new SignalOrigin(kind, "c0", "After a call"),
                        SINCE.plus(silence),
                        SINCE,
                        480,
                        1,
                        26,
                        SINCE.plus(silence));
                mails.add(writer.silent(told, PORTAL));
                mails.add(writer.heard(told, PORTAL));
            }
        }
        List<ReasonCount> reasons = new ArrayList<>();
        for (String pointer :
                List.of("/ticketId", "/supportGroup", "/segment", "/measures", "/submittedAt", "/later")) {
            reasons.add(new ReasonCount(pointer, 3));
        }
        mails.add(writer.waiting(new QuarantineWaiting("acme", 3, 1, reasons, SINCE), PORTAL));
        for (long n : List.of(1L, 5L)) {
            mails.add(writer.dead(Map.of(Channel.EMAIL, n, Channel.SMS, n, Channel.SLACK, n), PORTAL, "acme"));
        }
        return mails;
    }

    @Test
    @DisplayName("A11, H6: the name of a source is text in HTML and one line in the subject")
    void hostile() {
        OperationsMailWriter writer =
                new OperationsMailWriter(PlainMessages.english(OperationsMessages.class), Locale.UK, PAGES);
        SourceSilence told = new SourceSilence(
                "acme",
                new SignalOrigin(OriginKind.EVENT_SOURCE, "crm", "<b>crm</b>\r\nBcc: a@evil.example"),
                SINCE,
                SINCE,
                480,
                41,
                26,
                SINCE.plus(Duration.ofDays(1)));

        DigestForms mail = RequestForms.of(writer.silent(told, PORTAL));

        assertThat(mail.html()).doesNotContain("<b>crm").contains("&lt;b&gt;crm");
        assertThat(mail.subject()).doesNotContain("\n", "\r");
    }

    @Test
    @DisplayName("A11: the golden example is told with how long and how many")
    void golden() throws Exception {
        OperationsMailWriter writer =
                new OperationsMailWriter(PlainMessages.english(OperationsMessages.class), Locale.UK, PAGES);

        RequestMail mail =
                writer.silent(Json.read(Golden.bytes(EventTypes.SOURCE_SILENT), SourceSilence.class), PORTAL);

        assertThat(mail.head().asks()).isEqualTo("After a call has sent nothing for 17 hours.");
        assertThat(mail.facts())
                .extracting(fact -> fact.label() + ": " + fact.value())
                .contains("Missing: about 41 events", "Usual: 480 events a week");
        assertThat(mail.link().url()).isEqualTo("https://amends.example/portals/acme/preferences/sources/typeform");
    }
}
