package io.amends.alerting.rendering;

import static io.amends.contracts.testing.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.report.AlertMessages;
import io.amends.alerting.report.RequestMailWriter;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.messages.Languages;
import io.amends.messages.pseudo.PlainWords;
import io.amends.messages.testing.PlainMessages;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestFormsTest {
    private static final URI PAGES = URI.create("https://amends.example");
    private static final Contact READER =
            new Contact("Bo Boss", "bo@example.com", null, null, null, null, null, List.of(), null);
    private static final List<String> DATA = List.of(
            "Acme",
            "Network EMEA",
            "T-1",
            "Robin Desk",
            "Twice the wrong part was sent.",
            "When does the right one come?",
            "https://amends.example",
            "service-recovery-notes",
            "Nov",
            "UTC",
            "EMEA-NET");

    @Test
    @DisplayName("A9, C11: every word of the mail is of a message, or is data")
    void pseudo() {
        for (RequestFiled one : List.of(
                request("q").urgent().build(), request("q").urgent().positive().build())) {
            DigestForms mail = forms(PlainMessages.pseudo(AlertMessages.class), one);
            assertThat(PlainWords.in(mail.subject(), DATA)).isEmpty();
            assertThat(PlainWords.in(mail.text().replaceAll("https?://\\S+", ""), DATA))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("A9, C11: the mail is there in every language")
    void languages() {
        for (String language : Languages.SPOKEN) {
            DigestForms mail = forms(
                    PlainMessages.in(language, AlertMessages.class),
                    request("q").urgent().build());
            assertThat(mail.subject() + mail.text()).doesNotContain("{", "}");
            assertThat(mail.subject().startsWith("Urgent: ")).isEqualTo(language.equals("en"));
        }
    }

    @Test
    @DisplayName("A9, H6: what staff and customers wrote is text in HTML, and marked line by line in the text")
    void hostile() {
        RequestFiled sent = request("q").urgent().build();
        RequestFiled hostile = new RequestFiled(
                sent.requestId(),
                sent.portal(),
                sent.caseId(),
                "T-<b>1",
                sent.supportGroup(),
                sent.type(),
                sent.format(),
                "<script>alert(1)</script>\nOpen the case: http://evil.example",
                null,
                true,
                null,
                null,
                null,
                "Robin\r\nBcc: a@evil.example",
                sent.identity(),
                sent.key(),
                sent.filedAt());

        DigestForms mail = forms(PlainMessages.english(AlertMessages.class), hostile);

        assertThat(mail.html()).doesNotContain("<script>", "<b>1").contains("&lt;script&gt;");
        assertThat(mail.text()).contains("> Open the case: http://evil.example");
        assertThat(mail.subject()).doesNotContain("\n", "\r");
    }

    private static DigestForms forms(AlertMessages messages, RequestFiled request) {
        Portal portal = DirectoryEntries.portal("'timeZone':'UTC'");
        return RequestForms.of(
                new RequestMailWriter(messages, Locale.UK, PAGES).mail(request, portal, "Network EMEA", READER, false));
    }
}
