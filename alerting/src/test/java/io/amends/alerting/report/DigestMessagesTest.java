package io.amends.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.rendering.Samples;
import io.amends.messages.testing.PlainMessages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DigestMessagesTest {
    private final DigestMessages messages = PlainMessages.english(DigestMessages.class);

    @Test
    @DisplayName(
            "C5: a subject names how many, what they asked for and for which groups, and leaves out what is not so")
    void subject() {
        assertThat(messages.subject(1, "1", "", "Asia", 0, "0")).isEqualTo("1 customer to contact (Asia)");
        assertThat(messages.subject(1204, "1,204", "3 asked for a call", "Asia", 2, "2"))
                .isEqualTo("1,204 customers to contact: 3 asked for a call (Asia and 2 more)");
        assertThat(messages.summary(2, "2", "")).isEqualTo("2 customers to contact.");
        assertThat(messages.summary(1, "1", "1 asked for an email"))
                .isEqualTo("1 customer to contact: 1 asked for an email.");
    }

    @Test
    @DisplayName("C5: calls and emails are told apart among those who asked")
    void asked() {
        assertThat(List.of(
                        messages.askedForCall(1, "1"),
                        messages.askedForEmail(2, "2"),
                        messages.askedToBeContacted(3, "3", 0, "0", 0, "0"),
                        messages.askedToBeContacted(3, "3", 1, "1", 0, "0"),
                        messages.askedToBeContacted(3, "3", 0, "0", 2, "2"),
                        messages.askedToBeContacted(3, "3", 1, "1", 2, "2")))
                .containsExactly(
                        "1 asked for a call",
                        "2 asked for an email",
                        "3 asked to be contacted",
                        "3 asked to be contacted, 1 by call",
                        "3 asked to be contacted, 2 by email",
                        "3 asked to be contacted, 1 by call and 2 by email");
    }

    @Test
    @DisplayName("C5: what is not in a mail is said, with where it is")
    void more() {
        assertThat(List.of(
                        messages.moreInPdf("50", "1,204"),
                        messages.othersBrief("12", "50"),
                        messages.moreInPdfAndBrief("50", "12", "60"),
                        messages.moreWithoutPdf("50", "60"),
                        messages.moreBehindLink("500", "1,204"),
                        messages.refused(1, "1"),
                        messages.moreFactors(1, "1")))
                .containsExactly(
                        "50 of 1,204 are listed here. The attached PDF has more.",
                        "12 of 50 are told in full here, the others in one line each."
                                + " The attached PDF has all of them in full.",
                        "50 of 60 are listed here, 12 of them in full. The attached PDF has more, each in full.",
                        "This report took too long to print, so there is no PDF. 50 of 60 are listed here."
                                + " The report's own link opens all of them.",
                        "500 of 1,204 are printed here. The report's own link opens all of them.",
                        "1 more asked not to be contacted.",
                        "and 1 more");
    }

    @Test
    @DisplayName("C11: numbers, days and times are as the reader's country writes them")
    void formats() {
        Instant afternoon = Instant.parse("2026-11-20T13:05:00Z");
        ZoneId utc = ZoneId.of("UTC");
        DigestLanguage british = new DigestLanguage(messages, Locale.UK);
        DigestLanguage american = new DigestLanguage(messages, Locale.US);

        assertThat(british.number(12_345)).isEqualTo("12,345");
        assertThat(british.time(afternoon, utc)).isEqualTo("Fri, 20 Nov 2026, 13:05");
        assertThat(american.time(afternoon, utc)).matches("Fri, Nov 20, 2026, 1:05\\hPM");
        assertThat(british.time(afternoon, ZoneId.of("UTC+05:45"))).isEqualTo("Fri, 20 Nov 2026, 18:50");
        assertThat(british.letterPaper()).isFalse();
        assertThat(american.letterPaper()).isTrue();
    }

    @Test
    @DisplayName(
            "C11: each language has its own order of day and month, its own names of days, its own marks in numbers")
    void formatsOfEachLanguage() {
        Instant afternoon = Instant.parse("2026-11-20T13:05:00Z");
        ZoneId utc = ZoneId.of("UTC");

        assertThat(Stream.of("de", "de-AT", "fr", "es", "pt-BR", "ja")
                        .map(tag -> Samples.language(tag).time(afternoon, utc) + " | "
                                + Samples.language(tag).number(12_345))
                        .map(text -> text.replaceAll("\\h", " ")))
                .containsExactly(
                        "Fr., 20. Nov. 2026, 13:05 | 12.345",
                        "Fr., 20. Nov. 2026, 13:05 | 12 345",
                        "ven. 20 nov. 2026, 13:05 | 12 345",
                        "vie, 20 nov 2026, 13:05 | 12.345",
                        "sex., 20 de nov. de 2026, 13:05 | 12.345",
                        "2026年11月20日(金) 13:05 | 12,345");
        assertThat(Samples.language("fr").zone(ZoneId.of("Europe/London"))).matches("heure\\h: Londres");
        assertThat(Samples.language("fr-CA").letterPaper()).isTrue();
        assertThat(Samples.language("fr").letterPaper()).isFalse();
    }

    @Test
    @DisplayName(
            "C5, C11: the plural is that of the language: French and Portuguese have no 0 of many, Japanese has one form")
    void plurals() {
        assertThat(subject("de", 1)).isEqualTo("1 Kunde zu kontaktieren (Netz)");
        assertThat(subject("fr", 0)).isEqualTo("0 client à contacter (Netz)");
        assertThat(subject("fr", 2)).isEqualTo("2 clients à contacter (Netz)");
        assertThat(subject("fr", 1_000_000)).isEqualTo("1000000 de clients à contacter (Netz)");
        assertThat(subject("es", 3)).isEqualTo("3 clientes por contactar (Netz)");
        assertThat(subject("pt", 1)).isEqualTo("1 cliente a contactar (Netz)");
        assertThat(subject("ja", 1)).isEqualTo("連絡すべきお客様：1名（Netz）");
    }

    private static String subject(String language, long n) {
        return PlainMessages.in(language, DigestMessages.class).subject(n, Long.toString(n), "", "Netz", 0, "0");
    }
}
