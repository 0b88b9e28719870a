package io.amends.ingest.imports.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.api.ImportPreset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever columns are called and their cells hold, a row becomes a response or is refused with a reason (A1). */
class ColumnMappingFuzzTest {
    private static final int INPUTS = Boolean.getBoolean("amends.long") ? 100_000 : 2_000;
    private static final long SEED = 20261128;
    private static final List<String> HEADERS = List.of(
            "responseId",
            "Respondent ID",
            "ticketId",
            "supportGroup",
            "csat",
            "nps",
            "fcr",
            "measures.effort",
            "comment",
            "Comments (2)",
            "submittedAt",
            "Timestamp",
            "Zeitstempel",
            "End Date",
            "factors",
            "tags",
            "contactChoice",
            "customerEmail",
            "properties.tier",
            "properties.",
            "portal",
            "followUpOf",
            "#",
            "\u202e",
            "");
    private static final List<String> CELLS = List.of(
            "",
            " ",
            "r-1",
            "1",
            "-0",
            "4,5",
            "1.125",
            "1,125",
            "1e999999",
            "9".repeat(400),
            "1.18E+11",
            "=\"00123\"",
            "acme",
            "yes",
            "Nein",
            "NO",
            "UNANSWERED",
            "a; b|c",
            "20.11.2026 08:00",
            "03/04/2026 10:00:00 AM",
            "2026-11-20T08:00:00Z",
            "31.02.2026",
            "0000-00-00",
            "x".repeat(3_000),
            "\u0000\u202e",
            "\uD83D\uDE00",
            "\uD83D",
            "\"quoted\"");
    private static final List<ImportPreset> PRESETS = List.of(
            ImportPreset.NONE,
            ImportedFile.preset(Map.of("End Date", "submittedAt", "#", "responseId")),
            ImportedFile.preset(Map.of("nps", "measures.nps", "comment", "properties.said", "portal", "tags")));

    @Test
    @DisplayName("A1: odd headers and odd cells become responses, or are refused; nothing else happens")
    void anyColumns() {
        int read = 0;
        for (int i = 0; i < INPUTS; i++) {
            Random random = new Random(SEED + i);
            byte[] file = file(random).getBytes(UTF_8);
            ImportedFile imported = ImportedFile.of(file, PRESETS.get(random.nextInt(PRESETS.size())));
            assertThat(imported.told()).as("input " + i).allMatch(told -> !told.isBlank());
            read += imported.responses().size();
        }
        assertThat(read).as("rows that are responses").isPositive();
    }

    private static String file(Random random) {
        int columns = 1 + random.nextInt(6);
        String head = IntStream.range(0, columns)
                .mapToObj(i -> cell(HEADERS.get(random.nextInt(HEADERS.size()))))
                .collect(Collectors.joining(","));
        // Some have all that a response must have, or none would ever become one.
        boolean whole = random.nextBoolean();
        StringBuilder file = new StringBuilder(whole ? "responseId,submittedAt,csat," : "")
                .append(head)
                .append('\n');
        for (int row = random.nextInt(6); row > 0; row--) {
            file.append(whole ? "r-" + row + ",2026-11-20T08:00:00Z,3," : "")
                    .append(IntStream.range(0, columns)
                            .mapToObj(i -> cell(CELLS.get(random.nextInt(CELLS.size()))))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return file.toString();
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
