package io.amends.dashboard.directory.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRulesTest {

    @ParameterizedTest(name = "F6: {0} {1} is wrong at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PORTAL | {} | /name",
                "PORTAL | {\"name\": \" \"} | /name",
                "PORTAL | {\"name\": 7} | /name",
                "PORTAL | {\"name\": \"a\\u0007\"} | /name",
                "PORTAL | {\"name\": \"A\", \"timeZone\": \"Mars/Base\"} | /timeZone",
                "PORTAL | {\"name\": \"A\", \"alertTime\": \"9\"} | /alertTime",
                "PORTAL | {\"name\": \"A\", \"weekendAlerts\": \"yes\"} | /weekendAlerts",
                "PORTAL | {\"name\": \"A\", \"ticketUrlPrefix\": \"javascript:alert(1)\"} | /ticketUrlPrefix",
                "PORTAL | {\"name\": \"A\", \"duplicateWindowDays\": 1.5} | /duplicateWindowDays",
                "PORTAL | {\"name\": \"A\", \"lateDigest\": \"LATER\"} | /lateDigest",
                "PORTAL | {\"name\": \"A\", \"contactPolicy\": {\"lowUnanswered\": \"MAYBE\"}} | /contactPolicy/lowUnanswered",
                "PORTAL | {\"name\": \"A\", \"measures\": {\"csat\": {\"kind\": \"csat\", \"min\": 5, \"max\": 1}}} | /measures/csat/max",
                "PORTAL | {\"name\": \"A\", \"measures\": {\"csat\": {\"kind\": \"csat\", \"min\": 1}}} | /measures/csat/max",
                "PORTAL | {\"name\": \"A\", \"measures\": {\"nps\": {\"kind\": \"nps\", \"min\": 0, \"max\": 10}}} | /overall",
                "GROUP | {\"name\": \"G\", \"alsoAlerts\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]} | /alsoAlerts",
                "GROUP | {\"name\": \"G\", \"alsoAlerts\": [\"a b\"]} | /alsoAlerts/0",
                "GROUP | {\"name\": \"G\", \"threshold\": \"2\"} | /threshold",
                "GROUP | {\"name\": \"G\", \"dailyCap\": 0} | /dailyCap",
                "CONTACT | {\"name\": \"C\", \"email\": \"alex\"} | /email",
                "CONTACT | {\"name\": \"C\", \"email\": \"a@b.c\\r\\nBcc: x@y.z\"} | /email",
                "CONTACT | {\"name\": \"C\", \"mobile\": \"0301234567\"} | /mobile",
                "CONTACT | {\"name\": \"C\", \"language\": \"!\"} | /language",
                "SEGMENT | [] | ``"
            })
    void wrong(EntryType type, String json, String pointer) throws JsonProcessingException {
        var checked = EntryRules.check(type, Json.MAPPER.readTree(json));
        assertThat(checked).isInstanceOf(EntryRules.Checked.Wrong.class);
        assertThat(((EntryRules.Checked.Wrong) checked).reasons())
                .extracting(Reason::pointer)
                .contains(pointer);
    }

    @Test
    @DisplayName(
            "F6: what the documentation shows is taken, unknown fields are ignored, absent ones take their defaults")
    void taken() throws JsonProcessingException {
        Portal portal = (Portal) ok(EntryType.PORTAL, "{\"name\": \"Acme\", \"colour\": \"blue\"}");
        assertThat(portal.overall()).isEqualTo("csat");
        assertThat(portal.duplicateWindowDays()).isEqualTo(30);
        Group group = (Group)
                ok(
                        EntryType.GROUP,
                        "{\"name\": \"G\", \"alsoAlerts\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"], \"threshold\": 2.5, \"manager\": null}");
        assertThat(group.alsoAlerts()).hasSize(6);
        ok(EntryType.CONTACT, "{\"name\": \"Zoë\", \"email\": \"zoe@example.com\", \"mobile\": \"+495550101\"}");
        ok(EntryType.SEGMENT, "{\"name\": \"Enterprise\"}");
    }

    @Test
    @DisplayName("F6: references to what is not there yet are named, the others are not")
    void references() throws JsonProcessingException {
        Record group = ok(
                EntryType.GROUP,
                "{\"name\": \"G\", \"supportLead\": \"c-1\", \"alsoAlerts\": [\"c-2\", \"c-3\"], \"manager\": \"c-4\"}");
        assertThat(References.missing(group, Set.of("c-1", "c-3")))
                .extracting(Reason::pointer)
                .containsExactly("/alsoAlerts/0", "/manager");
        assertThat(References.missing(group, Set.of("c-1", "c-2", "c-3", "c-4")))
                .isEqualTo(List.of());
    }

    @ParameterizedTest(name = "F6: {0} is no code")
    @ValueSource(strings = {"", "a b", "a/b", "ä", ".", "..", "x\n"})
    void codes(String text) {
        assertThat(EntryRules.isCode(text)).isFalse();
        assertThat(EntryRules.isCode("EMEA-NET_1.a")).isTrue();
    }

    private static Record ok(EntryType type, String json) throws JsonProcessingException {
        var checked = EntryRules.check(type, Json.MAPPER.readTree(json));
        assertThat(checked).isInstanceOf(EntryRules.Checked.Ok.class);
        return ((EntryRules.Checked.Ok) checked).entry();
    }
}
