package io.amends.rules.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.testing.Brokers;
import io.amends.messages.pseudo.PseudoText;
import io.amends.rules.backtest.BacktestMessages;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class BundlesTest {
    @Inject
    RuleMessages rules;

    @Inject
    BacktestMessages backtests;

    @Inject
    @Localized(PseudoText.TAG)
    BacktestMessages pseudo;

    @Test
    @DisplayName("C11: a running service has the plurals of a message's language, in English and in another")
    void plurals() {
        assertThat(backtests.recordsUnreadable(1)).isEqualTo("1 record of the log could not be read, and is left out.");
        assertThat(backtests.recordsUnreadable(2))
                .isEqualTo("2 records of the log could not be read, and are left out.");
        assertThat(pseudo.recordsUnreadable(1))
                .isEqualTo(PseudoText.of("1 record of the log could not be read, and is left out."));
        assertThat(pseudo.recordsUnreadable(2))
                .isEqualTo(PseudoText.of("2 records of the log could not be read, and are left out."));
    }

    @Test
    @DisplayName("B7: a sentence is text: what people named is in it as they wrote it")
    void asWritten() {
        assertThat(rules.renamed(rules.quoted("A & B <c> {d}"), rules.quoted("it's")))
                .isEqualTo("Renames “A & B <c> {d}” to “it's”.");
    }
}
