package io.amends.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.rendering.Samples;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.messages.pseudo.PlainWords;
import io.amends.messages.testing.PlainMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReasonWriterTest {
    @Test
    @DisplayName(
            "B6, C11: an English report has the stored sentence; another language says the same by what was decided")
    void languages() {
        DecisionBuilder one = Decisions.about("kim").asked();

        assertThat(why("en-US", one)).isEqualTo("CSAT 1 is at or below the threshold of 2.");
        assertThat(why("de", one))
                .isEqualTo("Gemeldet: die Gesamtnote 1 von 5 liegt nicht über Ihrer Schwelle 2,"
                        + " und der Kunde bittet um Kontakt");
        assertThat(why("fr", one).replaceAll("\\h", " "))
                .isEqualTo("Signalé : la note globale de 1 sur 5 ne dépasse pas votre seuil de 2,"
                        + " et le client souhaite être contacté");
        assertThat(why("ja", one)).isEqualTo("要対応：総合評価は5点中1点（しきい値2以下）、お客様は連絡を希望");
    }

    @Test
    @DisplayName("B6, C11: rules that apply are named, one or several")
    void rules() {
        assertThat(why("de", Decisions.about("kim").asked().rules("Großkunden")))
                .endsWith("; Ihre Regel „Großkunden“ trifft zu");
        assertThat(why("es", Decisions.about("kim").asked().rules("VIP", "Dos veces", "Tres")))
                .endsWith("; se aplican sus reglas «VIP», «Dos veces» y «Tres»");
        assertThat(why("ja", Decisions.about("kim").asked().rules("VIP", "B"))).endsWith("。ルール「VIP」、「B」が適用されます");
    }

    @Test
    @DisplayName("B6, C11: a blank answer means what the preference made of it, where no rule had a say")
    void blank() {
        DecisionBuilder happy =
                Decisions.about("joy").happy().choice(ContactChoice.UNANSWERED).kind(Kind.OPPORTUNITY);

        assertThat(why("pt", happy)).endsWith("o que pela sua preferência é uma oportunidade");
        assertThat(why("pt", happy.rules("VIP"))).contains("e o cliente não respondeu se quer ser contactado; ");
        assertThat(why("pt", Decisions.about("low").choice(ContactChoice.UNANSWERED)))
                .endsWith("o que pela sua preferência permite contactar");
    }

    @Test
    @DisplayName("B6, C11: every word of it comes from a message, for every rating, choice and kind")
    void pseudo() {
        // Not English, so the reason is not the stored one.
        DigestLanguage pseudo = new DigestLanguage(PlainMessages.pseudo(DigestMessages.class), Locale.ROOT);
        List<DecisionBuilder> all = new ArrayList<>();
        for (ContactChoice choice : ContactChoice.values()) {
            for (Kind kind : List.of(Kind.RECOVERY, Kind.OPPORTUNITY)) {
                all.add(Decisions.about("r").choice(choice).kind(kind));
                all.add(Decisions.about("r").choice(choice).kind(kind).happy());
                all.add(Decisions.about("r").choice(choice).kind(kind).unrated().rules("1", "2"));
            }
        }
        assertThat(all).allSatisfy(one -> assertThat(PlainWords.in(why(pseudo, one), List.of()))
                .isEmpty());
    }

    private static String why(String language, DecisionBuilder one) {
        return why(Samples.language(language), one);
    }

    private static String why(DigestLanguage language, DecisionBuilder one) {
        return new ReasonWriter(DirectoryEntries.portal(""), language).why(one.build());
    }
}
