package io.amends.rules.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.api.BacktestQuestion;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DirectoryEntries;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BacktestRequestTest {
    @Test
    @DisplayName("B7: what the dashboard asks for is what is judged, with both days in it")
    void asTheDashboardAsks() {
        BacktestQuestion question = GoldenApi.of(BacktestQuestion.class);
        Portal portal = DirectoryEntries.portal("");

        BacktestRequest read = BacktestRequest.read(GoldenApi.bytes(BacktestQuestion.class), portal);

        assertThat(read.period().from())
                .isEqualTo(question.from().atStartOfDay(portal.timeZone()).toInstant());
        assertThat(read.period().to())
                .isEqualTo(question.to()
                        .plusDays(1)
                        .atStartOfDay(portal.timeZone())
                        .toInstant());
        assertThat(read.version()).isEqualTo(question.version());
        assertThat(read.draft()).isNull();
    }
}
