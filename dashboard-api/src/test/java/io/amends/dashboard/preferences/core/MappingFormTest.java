package io.amends.dashboard.preferences.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.dashboard.studio.core.FormFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A10: a mapping is in its form and comes out of it as it was. */
class MappingFormTest {
    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MappingRow row(JsonNode mapping, String group, String name) {
        return MappingForm.rows(mapping, Set.of()).stream()
                .filter(row -> row.group().equals(group) && row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A10: whatever a mapping says, looking at it by fields changes nothing of it")
    @ValueSource(
            strings = {
                "{}",
                "{'comment': '/data/text'}",
                "{'comment': {'answer': 'q-1'}}",
                "{'comment': {'answer': '/a'}}",
                "{'supportGroup': {'at': '/g', 'values': {'1': 'NET', 'a = b': 'DB'}, 'default': 'NET'}}",
                "{'measures': {'csat': {'at': '/s', 'values': {'good': 5, 'bad': 1, 'n/a': null, 'yes': true}}}}",
                "{'measures': {'csat': {'at': '/s', 'values': {'five': '5', 'x': 'true'}}}}",
                "{'properties': {'a/b': '/x', 'c~d': {'at': '/y', 'default': 7}, 'e': {'default': '7'}}}",
                "{'submittedAt': {'at': '/t', 'format': 'dd.MM.yyyy HH:mm', 'zone': 'Europe/Berlin'}}",
                "{'tags': {'default': ['one', 'two']}}",
                "{'tags': {'default': ['one, two']}}",
                "{'comment': {'at': '/x', 'values': {' odd ': 'a', 'two\\nlines': 'b'}}}",
                "{'ticketId': {'default': ' blank around '}}",
                "{'comment': {'at': ''}}"
            })
    void unchanged(String mapping) {
        assertThat(MappingForm.mapping(MappingForm.rows(json(mapping), Set.of("csat", "nps"))))
                .isEqualTo(json(mapping));
    }

    @Test
    @DisplayName("A10: what a form cannot say is kept as it is, and says so")
    void kept() {
        JsonNode mapping = json("{'tags': {'default': ['one, two']}, 'comment': '/c'}");

        assertThat(row(mapping, "", "tags").kept()).isTrue();
        assertThat(row(mapping, "", "tags").place()).contains("one, two");
        assertThat(row(mapping, "", "comment").kept()).isFalse();
    }

    @Test
    @DisplayName("A10: the form has each measure of the portal, mapped or not, and room for properties")
    void rows() {
        List<MappingRow> rows = MappingForm.rows(json("{'measures': {'old': '/o'}}"), Set.of("csat"));

        assertThat(rows.stream().filter(row -> row.group().equals("measures")).map(MappingRow::name))
                .containsExactly("csat", "old");
        assertThat(rows.stream().filter(MappingRow::unnamed)).hasSize(2).allMatch(MappingRow::blank);
    }

    @Test
    @DisplayName("A10: what is typed becomes a selector: a place alone, or with values, a default and the way of times")
    void posted() {
        FormFields form = new FormFields();
        add(form, "", "comment", "at", " /c ", "", "", "", "");
        add(form, "measures", "csat", "answer", "q1", "3", "Very happy = 5\n\nSad=1\nNone =", "", "");
        add(form, "", "submittedAt", "at", "/t", "", "", "EPOCH_SECONDS", "");
        add(form, "properties", "", "at", "", "", "", "", "");
        add(form, "", "ticketId", "at", "", "", "", "", "");

        assertThat(MappingForm.mapping(MappingForm.posted(form)))
                .isEqualTo(json("{'comment': '/c', 'measures': {'csat': {'answer': 'q1', 'values': {'Very happy': 5,"
                        + " 'Sad': 1, 'None': null}, 'default': 3}}, 'submittedAt': {'at': '/t', 'format':"
                        + " 'EPOCH_SECONDS'}}"));
    }

    @Test
    @DisplayName("A10: a row of a field or a group that no form has says nothing")
    void crafted() {
        FormFields form = new FormFields();
        add(form, "", "measures", "at", "/m", "", "", "", "");
        add(form, "measures", "csat", "at", "/c", "", "", "", "");
        add(form, "", "mood", "at", "/o", "", "", "", "");
        add(form, "comment", "x", "at", "/x", "", "", "", "");

        assertThat(MappingForm.mapping(MappingForm.posted(form))).isEqualTo(json("{'measures': {'csat': '/c'}}"));
    }

    @Test
    @DisplayName(
            "A10: a line of values that says nothing, or a second thing, and a property that is named twice are found")
    void unreadable() {
        FormFields form = new FormFields();
        add(form, "properties", "tier", "at", "/a", "", "gold = 1\nsilver\ngold = 2", "", "");
        add(form, "properties", "tier", "at", "/b", "", "", "", "");

        List<MappingRow> rows = MappingForm.posted(form);
        assertThat(rows.get(0).unreadable()).containsExactly("silver", "gold = 2");
        assertThat(MappingForm.repeated(rows)).containsExactly(rows.get(1));
    }

    @Test
    @DisplayName("A10: a field that no source has is found wherever it is, and what says nothing is not missed")
    void lost() {
        JsonNode sent =
                json("{'name': 'N', 'colour': 'red', 'mapping': {'mood': '/m', 'comment': {'at': '/c', 'if': 1},"
                        + " 'tags': {'at': '/t'}, 'brand': null}, 'api': {}}");
        JsonNode taken = json("{'name': 'N', 'mapping': {'comment': '/c', 'tags': '/t'}, 'api': null}");

        assertThat(MappingForm.lost(sent, taken))
                .containsExactlyInAnyOrder("/colour", "/mapping/mood", "/mapping/comment/if");
    }

    private static void add(FormFields form, String... parts) {
        List<String> names = List.of("group", "name", "way", "place", "fallback", "values", "format", "zone");
        for (int i = 0; i < parts.length; i++) {
            form.put("row." + names.get(i), parts[i]);
        }
    }
}
