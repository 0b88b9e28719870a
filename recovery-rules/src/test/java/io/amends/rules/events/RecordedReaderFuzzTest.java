package io.amends.rules.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyRecorded;
import io.amends.rules.matching.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecordedReaderFuzzTest {
    private static final int INPUTS = Boolean.getBoolean("amends.long") ? 100_000 : 2_000;
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "0",
            "-1.5",
            "1e400",
            "1e-101",
            "99999999999999999999",
            "\"\"",
            "\"7\"",
            "\"2026-11-20T07:55:00Z\"",
            "\"2026-13-20T07:55:00Z\"",
            "\"\\uD800\"",
            "\"RECORDED\"",
            "[]",
            "[null,1]",
            "{}",
            "{\"a\":{\"a\":[{}]}}",
            "[\"x\",\"x\"]");
    private static final byte[] SPECKS = "{}[]\":,\\0e-. \nu\u00e9".getBytes(UTF_8);

    private final Random random = new Random(11);

    @Test
    @Timeout(600)
    @DisplayName("Mutated events are read as databind reads them or refused with a pointer: no crash, no hang")
    void mutated() throws Exception {
        RandomEvents events = new RandomEvents(11);
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] data = Json.event(events.event());
            data = i % 2 == 0 ? changedTree(data) : changedBytes(data);
            refused += check(data) ? 0 : 1;
        }
        assertThat(refused).isBetween(INPUTS / 5, INPUTS * 4 / 5);
    }

    /** Whether it was read. */
    private static boolean check(byte[] data) {
        String shown = new String(data, UTF_8);
        Object all = outcome(data, Wanted.ALL);
        Object little = outcome(data, Wanted.NOTHING);
        SurveyRecorded bound = bound(data);
        if (all instanceof SurveyRecorded survey) {
            assertThat(survey).as(shown).isEqualTo(bound);
            // What nobody wants is checked all the same.
            assertThat(little).as(shown).isInstanceOf(SurveyRecorded.class);
            return true;
        }
        Unreadable refusal = (Unreadable) all;
        assertThat(refusal.pointer()).as(shown).matches("(?s)(/.*)?");
        assertThat(refusal.reason()).as(shown).contains(refusal.pointer()).hasSizeGreaterThan(40);
        assertThat(little).as(shown).isInstanceOf(Unreadable.class);
        if (bound != null) {
            // Databind makes texts of numbers, numbers of fractions, times of numbers, nothing of what is missing, and
            // takes any property.
            assertThat(refusal.reason())
                    .as(shown)
                    .containsAnyOf(
                            "must be a text",
                            "must be a number",
                            "whole number",
                            "RFC 3339",
                            "must be one of",
                            "is missing");
        }
        return false;
    }

    private static Object outcome(byte[] data, Wanted wanted) {
        try {
            return RecordedReader.read(data, portal -> RecordedReaderTest.wanting(wanted))
                    .survey();
        } catch (Unreadable e) {
            return e;
        }
    }

    private static @Nullable SurveyRecorded bound(byte[] data) {
        try {
            return Json.read(data, SurveyRecorded.class);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] changedTree(byte[] data) throws IOException {
        JsonNode json = Json.MAPPER.readTree(data);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(json, containers);
            change(containers.get(random.nextInt(containers.size())));
        }
        return Json.event(json);
    }

    private void change(JsonNode container) throws IOException {
        JsonNode odd = Json.MAPPER.readTree(ODD.get(random.nextInt(ODD.size())));
        if (container instanceof ArrayNode array) {
            array.add(odd);
        } else if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(4) == 0) {
                object.set("odd" + random.nextInt(3), odd);
            } else if (random.nextInt(4) == 0) {
                object.remove(names.get(random.nextInt(names.size())));
            } else {
                object.set(names.get(random.nextInt(names.size())), odd);
            }
        }
    }

    private byte[] changedBytes(byte[] data) {
        byte[] changed = data;
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(changed.length);
            int to = Math.min(changed.length, at + 1 + random.nextInt(20));
            changed = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(changed, at);
                case 1 -> spliced(changed, at, at, Arrays.copyOfRange(changed, at, to));
                case 2 -> spliced(changed, at, to, new byte[0]);
                case 3 -> spliced(changed, at, at + 1, new byte[] {SPECKS[random.nextInt(SPECKS.length)]});
                default -> spliced(changed, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            };
            if (changed.length == 0) {
                return changed;
            }
        }
        return changed;
    }

    private static byte[] spliced(byte[] data, int from, int to, byte[] with) {
        byte[] spliced = new byte[data.length - (to - from) + with.length];
        System.arraycopy(data, 0, spliced, 0, from);
        System.arraycopy(with, 0, spliced, from, with.length);
        System.arraycopy(data, to, spliced, from + with.length, data.length - to);
        return spliced;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
