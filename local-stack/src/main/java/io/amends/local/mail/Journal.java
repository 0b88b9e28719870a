package io.amends.local.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a sink took in, one JSON object a line in a file; the newest {@code limit} are kept over a restart. */
final class Journal {
    // Half a character, which JSON can escape and UTF-8 cannot write, is kept as it came.
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Path file;
    private final int limit;
    private final List<Map<String, Object>> entries = new ArrayList<>();

    Journal(Path file, int limit) {
        this.file = file;
        this.limit = limit;
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    read(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) throws IOException {
        try {
            entries.add(JSON.readValue(line, OBJECT));
        } catch (JsonProcessingException e) {
            // A process that was killed while it wrote leaves half a line, and the others are whole.
        }
    }

    synchronized void add(Map<String, Object> entry) {
        entries.add(entry);
        try {
            if (entries.size() > 2 * limit) {
                entries.subList(0, limit).clear();
                Files.deleteIfExists(file);
                for (Map<String, Object> kept : entries) {
                    append(kept);
                }
            } else {
                append(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(Map<String, Object> entry) throws IOException {
        Files.writeString(
                file, JSON.writeValueAsString(entry) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized List<Map<String, Object>> newestFirst() {
        List<Map<String, Object>> newest =
                new ArrayList<>(entries.subList(Math.max(0, entries.size() - limit), entries.size()));
        Collections.reverse(newest);
        return newest;
    }
}
