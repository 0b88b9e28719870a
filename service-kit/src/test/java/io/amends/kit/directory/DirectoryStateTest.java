package io.amends.kit.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Json;
import io.amends.contracts.directory.DirectoryEntry;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.kit.failure.PermanentFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryStateTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private final DirectoryState state = new DirectoryState();

    @Test
    void entriesMayComeBeforeTheirPortal() {
        apply("acme/group/NET", "{'name':'Network','threshold':3}");
        assertThat(state.portal("acme")).isNull();
        apply("acme/portal/acme", "{'name':'Acme'}");
        assertThat(state.portal("acme").groups()).containsOnlyKeys("NET");
        assertThat(state.portal("acme").groups().get("NET").threshold()).isEqualTo(new BigDecimal("3"));
    }

    @Test
    void aTombstoneRemovesTheEntryOnly() {
        apply("acme/portal/acme", "{'name':'Acme'}");
        apply("acme/segment/VIP", "{'name':'Vip'}");
        delete("acme/segment/VIP");
        assertThat(state.portal("acme").segments()).isEmpty();
        delete("acme/portal/acme");
        assertThat(state.portal("acme")).isNull();
    }

    @Test
    @DisplayName(
            "D7: a group works by its region's calendar and zone; what is not there is the portal's zone, and usual")
    void deskTime() {
        apply("acme/portal/acme", "{'name':'Acme'}");
        apply("acme/group/NET", "{'name':'Network','region':'JAPAN'}");
        assertThat(endOfFridayOf("NET")).isEqualTo("2026-11-20T16:00:00Z");
        apply("acme/region/JAPAN", "{'name':'Japan','timeZone':'Asia/Tokyo','calendar':'NIGHTS'}");
        assertThat(endOfFridayOf("NET")).isEqualTo("2026-11-23T08:00:00Z");
        apply("acme/calendar/NIGHTS", "{'name':'Nights','hours':{'FRI':[['20:00','04:00']]}}");
        assertThat(endOfFridayOf("NET")).isEqualTo("2026-11-20T19:00:00Z");
        assertThat(endOfFridayOf(null)).isEqualTo("2026-11-20T16:00:00Z");

        delete("acme/calendar/NIGHTS");
        assertThat(endOfFridayOf("NET")).isEqualTo("2026-11-23T08:00:00Z");
        delete("acme/region/JAPAN");
        assertThat(endOfFridayOf("NET")).isEqualTo("2026-11-20T16:00:00Z");
    }

    private Instant endOfFridayOf(@Nullable String group) {
        Instant afternoon = Instant.parse("2026-11-20T12:00:00Z");
        return state.portal("acme").deskTime(group).endOfDay(afternoon, 0).orElseThrow();
    }

    @Test
    void kindsOfLaterVersionsChangeNothing() {
        apply("acme/portal/acme", "{'name':'Acme','later':1}");
        apply("acme/festival/teams", "{'kind':'TEAMS'}");
        assertThat(state.all()).hasSize(1);
    }

    @ParameterizedTest(name = "F6: passed over, told in one line, and what was there stays: {0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "acme | {}",
                "acme/portal/other | {'name':'Not its own key'}",
                "ac me/group/G | {'name':'G'}",
                "acme/group/a b | {'name':'G'}",
                "acme/portal/acme | {'name':'A','timeZone':'Mars/Base'}",
                "acme/portal/acme | {'name':'A','serviceRecoveryThreshold':1e2000}",
                "acme/portal/acme | {'name':'A','measures':{'csat':{'kind':'csat','min':1,'max':1e9999}}}",
                "acme/portal/acme | {'name':'A\\ud800'}",
                "acme/portal/acme | {'portal':'acme','code':'umbrella','entry':{'name':'Not its own code'}}",
                "acme/portal/acme | {'portal':'umbrella','code':'acme','entry':{'name':'Not its own portal'}}",
                "acme/portal/acme | null",
                "acme/portal/acme | []",
                "acme/portal/acme | {",
                "acme/portal/acme | {'a\\n[ERROR] forged':'\\u0000'}"
            })
    void passedOver(String key, String json) {
        apply("acme/portal/acme", "{'name':'Acme'}");

        assertThatThrownBy(() -> apply(key, json))
                .isInstanceOf(PermanentFailure.class)
                .message()
                .contains(key)
                .doesNotContain("\n", "jackson");

        assertThat(state.all()).extracting(portal -> portal.portal().name()).containsExactly("Acme");
        assertThat(state.unreadable()).isEqualTo(1);
    }

    @Test
    @DisplayName("F6: a key that can be read again, or is deleted, is unreadable no more; no key at all harms nobody")
    void readableAgain() {
        assertThatThrownBy(() -> apply("acme/portal/acme", "{}")).isInstanceOf(PermanentFailure.class);
        assertThatThrownBy(() -> apply("acme/group/G", "{}")).isInstanceOf(PermanentFailure.class);
        assertThatThrownBy(() -> state.apply(null, bytes("{}"), AT)).isInstanceOf(PermanentFailure.class);
        assertThatThrownBy(() -> apply("x".repeat(5000), "{}"))
                .isInstanceOf(PermanentFailure.class)
                .message()
                .hasSizeLessThan(600);
        assertThat(state.unreadable()).isEqualTo(4);

        apply("acme/portal/acme", "{'name':'Acme'}");
        delete("acme/group/G");
        assertThatThrownBy(() -> delete("x".repeat(5000))).isInstanceOf(PermanentFailure.class);

        assertThat(state.unreadable()).isEqualTo(1);
        assertThat(state.portal("acme")).isNotNull();
    }

    @Test
    @DisplayName("F6: an offset that was taken for a zone before is still read")
    void oldZones() {
        apply("acme/portal/acme", "{'name':'Acme','timeZone':'UTC+02:00'}");
        assertThat(state.portal("acme").portal().timeZone()).isEqualTo(ZoneId.of("UTC+2"));
    }

    @Property(tries = 1000)
    void f6_whatIsTakenIsReadEqual(@ForAll EntryType type, @ForAll("fields") Map<String, String> fields) {
        String code = type == EntryType.PORTAL ? "acme" : "x";
        String json = fields.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{\"name\":\"A\",", "}"));
        EntryRules.Checked taken = EntryRules.read(type, bytes(json.replace(",}", "}")));
        if (taken instanceof EntryRules.Checked.Ok ok) {
            Statistics.label("taken").collect(type);
            DirectoryState state = new DirectoryState();
            state.apply(bytes("acme/portal/acme"), bytes("{\"name\":\"Acme\"}"), AT);
            state.apply(
                    bytes(type.key("acme", code)),
                    Json.event(new DirectoryEntry("acme", code, Json.MAPPER.valueToTree(ok.entry()))),
                    AT);
            PortalDirectory read = state.portal("acme");
            assertThat(
                            switch (type) {
                                case PORTAL -> read.portal();
                                case GROUP -> read.groups().get(code);
                                case CONTACT -> read.contacts().get(code);
                                case SEGMENT -> read.segments().get(code);
                                case REGION -> read.regions().get(code);
                                case CALENDAR -> read.calendars().get(code);
                                case SOURCE -> read.sources().get(code);
                                case CHANNEL -> read.channels().get(code);
                            })
                    .isEqualTo(ok.entry());
        }
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        Arbitrary<String> names = Arbitraries.of(
                "timeZone",
                "alertTime",
                "serviceRecoveryThreshold",
                "threshold",
                "email",
                "mobile",
                "language",
                "dailyCap",
                "kind",
                "url",
                "events",
                "groups",
                "measures",
                "admins",
                "alsoAlerts",
                "title",
                "ticketUrlPrefix",
                "lateDigest",
                "calendar",
                "country",
                "hours",
                "holidays",
                "workdays");
        Arbitrary<String> values = Arbitraries.of(
                "null",
                "2.50",
                "1e1",
                "1e30",
                "100",
                "\"EST\"",
                "\"Europe/Berlin\"",
                "\"09:30:15\"",
                "\"NEVER\"",
                "\"alex@müller.example\"",
                "\"+495550101\"",
                "\"pt-BR\"",
                "[\"c-1\",\"c-1\"]",
                "\"de-by\"",
                "[\"2026-12-24\"]",
                "{\"MON\":[[\"22:00\",\"06:00\"],[\"09:00\",\"17:00\"]]}",
                "[]",
                "\"https://desk.example/\"",
                "{\"csat\":{\"kind\":\"star\",\"min\":1.0,\"max\":1e2}}");
        return Arbitraries.maps(names, values).ofMaxSize(3);
    }

    private void apply(String key, String json) {
        state.apply(bytes(key), bytes(json.replace('\'', '"')), AT);
    }

    private void delete(String key) {
        state.apply(bytes(key), null, AT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
