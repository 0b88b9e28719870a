package io.amends.ingest.imports.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreset.TimeWriting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whether the day or the month stands first in a file's dates, which its rows say together or nobody does (A1). */
class DayOrdersTest {
    private static final String HEAD = "responseId,csat,Received\n";

    private static ImportedFile file(String rows) {
        return ImportedFile.of(renamed(rows), received(Map.of()));
    }

    private static byte[] renamed(String rows) {
        return (HEAD + rows).getBytes(UTF_8);
    }

    private static ImportPreset received(Map<String, TimeWriting> formats) {
        return new ImportPreset(Map.of("Received", "submittedAt"), Map.of(), Map.of(), formats);
    }

    @Test
    @DisplayName("A1: one row that can only be read in one way decides for all rows of its column, those before it too")
    void decided() {
        assertThat(file("1,4,03/04/2026 10:00\n2,4,26/11/2026 10:00\n").told())
                .containsExactly(
                        "1 {\"csat\":4} 2026-04-03T08:00:00Z NOT_ASKED [] -",
                        "2 {\"csat\":4} 2026-11-26T09:00:00Z NOT_ASKED [] -");
        assertThat(file("1,4,03/04/2026 10:00\n2,4,11/26/2026 10:00\n").told())
                .containsExactly(
                        "1 {\"csat\":4} 2026-03-04T09:00:00Z NOT_ASKED [] -",
                        "2 {\"csat\":4} 2026-11-26T09:00:00Z NOT_ASKED [] -");
    }

    @Test
    @DisplayName("A1: a row that stands far behind the beginning decides as well")
    void late() {
        String many = "1,4,03/04/2026 10:00\n".repeat(500);
        byte[] file = renamed(many + "2,4,26/11/2026 10:00\n");
        ImportedFile read = ImportedFile.of(file, 1000, received(Map.of()));

        assertThat(read.problems()).isEmpty();
        assertThat(read.told()).hasSize(501).startsWith("1 {\"csat\":4} 2026-04-03T08:00:00Z NOT_ASKED [] -");
    }

    @Test
    @DisplayName("A1: where no row decides it is asked, with the header, the line and what to say")
    void asked() {
        assertThat(file("1,4,03/03/2026\n2,4,03/04/2026 10:00\n").problems())
                .containsExactly("/submittedAt: the column \"Received\" may have the day or the month first, such as"
                        + " 03/04/2026 10:00 in line 3: choose a preset whose formats say DAY_FIRST or MONTH_FIRST for"
                        + " submittedAt");
        assertThat(file("1,4,03/03/2026\n2,4,2026-04-03\n3,4,3.4.2026\n").problems())
                .isEmpty();
    }

    @Test
    @DisplayName("A1: where rows contradict each other it is asked, with a line of each")
    void contradiction() {
        assertThat(file("1,4,26/11/2026\n2,4,03/04/2026\n3,4,11/27/2026\n").problems())
                .singleElement()
                .asString()
                .contains("the day first in line 2 (26/11/2026) and the month first in line 4 (11/27/2026)");
    }

    @Test
    @DisplayName("A1: a preset answers it, and a row in the other order is refused")
    void answered() {
        Map<String, TimeWriting> formats = Map.of("submittedAt", new TimeWriting("DAY_FIRST", "America/New_York"));
        ImportPreset preset = received(formats);
        ImportedFile read = ImportedFile.of(renamed("1,4,03/04/2026 10:00\n2,4,11/26/2026 10:00\n"), preset);

        assertThat(PresetRules.faults(preset)).isEmpty();
        assertThat(read.problems()).isEmpty();
        assertThat(read.told().get(0)).contains("2026-04-03T14:00:00Z");
        assertThat(read.told().get(1))
                .startsWith("line 3: /submittedAt: must have the day first")
                .endsWith("(column \"Received\" has \"11/26/2026 10:00\")");
    }

    @Test
    @DisplayName("A1: a preset that names the zone alone leaves the order to the rows, and its zone counts")
    void zoneAlone() {
        Map<String, TimeWriting> formats = Map.of("submittedAt", new TimeWriting(null, "America/New_York"));
        ImportedFile read = ImportedFile.of(renamed("1,4,03/04/2026 10:00\n2,4,26/11/2026 10:00\n"), received(formats));

        assertThat(read.problems()).isEmpty();
        assertThat(read.told().get(0)).contains("2026-04-03T14:00:00Z");
        assertThat(read.told().get(1)).contains("2026-11-26T15:00:00Z");
    }

    @Test
    @DisplayName("A1: dates of SurveyMonkey have the month first, as it writes them; saved again by a spreadsheet it is"
            + " asked")
    void surveyMonkey() {
        String head = "Respondent ID,Date Created,csat\n,,Response\n";
        ImportedFile own = ImportedFile.of((head + "1,03/04/2026 10:00:00 AM,4\n").getBytes(UTF_8), ImportPreset.NONE);
        ImportedFile again = ImportedFile.of((head + "1,03/04/2026 10:00,4\n").getBytes(UTF_8), ImportPreset.NONE);

        assertThat(own.told()).containsExactly("1 {\"csat\":4} 2026-03-04T09:00:00Z NOT_ASKED [] -");
        assertThat(again.problems()).hasSize(1);
    }

    @Test
    @DisplayName("A1: what was decided is kept with the import, so that every part of it is read alike")
    void kept() {
        byte[] file = renamed("1,4,26/11/2026\n");
        FileFormat format = FileFormatTest.format(file);
        ColumnMapping mapping =
                ColumnMapping.of(ImportedFile.PORTAL, format.head(), format.dialect(), received(Map.of()));
        DayOrders orders = DayOrders.of(mapping);
        FileFormatTest.rows(file).forEach(orders::look);
        List<Reason> problems = orders.problems();

        assertThat(problems).isEmpty();
        assertThat(orders.over(received(Map.of())).formats())
                .containsEntry("submittedAt", new TimeWriting("DAY_FIRST", null));
    }
}
