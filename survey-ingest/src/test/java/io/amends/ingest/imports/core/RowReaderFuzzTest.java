package io.amends.ingest.imports.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it is read to its end, and from every place between two rows as from the beginning (A1). */
class RowReaderFuzzTest {
    private static final int INPUTS = Boolean.getBoolean("amends.long") ? 100_000 : 2_000;
    private static final long SEED = 20261120;
    private static final String[] PARTS = {
        "\"",
        "\"",
        "\"\"",
        ",",
        ",",
        ";",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "a",
        "4,5",
        "ü",
        "€",
        "\0",
        "'",
        " ",
        "=1+1",
        "sep=;",
        "{\"ImportId\":\"x\"}",
        "Respondent ID",
        "2026-11-20T08:00:00Z",
        "\uFEFF",
        "x".repeat(70),
        "\uD83D\uDE00"
    };

    @Test
    @DisplayName("A1: every file is read to its end, line by line, and goes on after a kill with the same rows")
    void anyFile() throws IOException {
        for (int i = 0; i < INPUTS; i++) {
            Random random = new Random(SEED + i);
            byte[] file = file(random);
            EncodingSample sample = new EncodingSample();
            sample.add(file, file.length);
            FileFormat format = FileFormat.of(file, sample.encoding(), true);
            List<FileRow> rows = new ArrayList<>();
            List<FileFormat.Place> ends = new ArrayList<>();
            FileFormat.Place begins = format.begins();
            read(format, file, begins, rows, ends);

            String which = "input " + i;
            long line = begins.line();
            for (int r = 0; r < rows.size(); r++) {
                assertThat(rows.get(r).line()).as(which).isEqualTo(line + 1);
                assertThat(ends.get(r).line()).as(which).isGreaterThan(line);
                line = ends.get(r).line();
            }
            if (!rows.isEmpty()) {
                assertThat(ends.get(ends.size() - 1).position()).as(which).isEqualTo(file.length);
                int from = random.nextInt(rows.size());
                List<FileRow> later = new ArrayList<>();
                read(format, file, ends.get(from), later, new ArrayList<>());
                assertThat(later).as(which).isEqualTo(rows.subList(from + 1, rows.size()));
            }
        }
    }

    private static void read(
            FileFormat format, byte[] file, FileFormat.Place from, List<FileRow> rows, List<FileFormat.Place> ends)
            throws IOException {
        int at = (int) from.position();
        RowReader reader = format.rows(new ByteArrayInputStream(file, at, file.length - at), from);
        for (FileRow row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
            ends.add(new FileFormat.Place(reader.position(), reader.line()));
        }
    }

    private static byte[] file(Random random) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        boolean wide = random.nextInt(8) == 0;
        int parts = random.nextInt(120);
        for (int i = 0; i < parts; i++) {
            String part = PARTS[random.nextInt(PARTS.length)];
            file.writeBytes(part.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8));
        }
        if (random.nextInt(4) == 0) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            file.writeBytes(noise);
        }
        return file.toByteArray();
    }
}
