package io.amends.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.messages.Languages;
import io.amends.messages.testing.PlainMessages;
import io.amends.messages.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    @Test
    @DisplayName(
            "C11: every sentence is there in each language, with the gaps of the English and all plurals of its own")
    void whole() {
        assertThat(Translations.faults(DigestMessages.class, Languages.SPOKEN)).isEmpty();
        assertThat(Translations.faults(PostMessages.class, Languages.SPOKEN)).isEmpty();
        assertThat(Translations.faults(OperationsMessages.class, Languages.SPOKEN))
                .isEmpty();
        assertThat(Translations.faults(ImmediateMessages.class, Languages.SPOKEN))
                .isEmpty();
    }

    @Test
    @DisplayName("C5, C11: the number of a page comes before how many there are, as the PDF prints them")
    void orderOfPages() {
        assertThat(Languages.SPOKEN)
                .extracting(language ->
                        PlainMessages.in(language, DigestMessages.class).page("<", ">"))
                .allMatch(page -> page.indexOf('<') < page.indexOf('>'));
    }
}
