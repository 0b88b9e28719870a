package io.amends.dashboard.preferences.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryRules.Checked;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.QuietHours;
import io.amends.dashboard.preferences.core.CsvFile.FileFault;
import io.amends.dashboard.preferences.core.CsvFile.Reading;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.core.ImportPlan.Known;
import io.amends.dashboard.preferences.core.ImportPlan.TroubleKind;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.kit.csv.CsvCell;
import io.amends.kit.time.AlertInstants;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of preferences read out of forms and files, and what settings mean (F6). */
class PreferencesRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:00-12:00, 13:00-17:00 | [[\"09:00\",\"12:00\"],[\"13:00\",\"17:00\"]]",
                "9-17 | [[\"09:00\",\"17:00\"]]",
                "22:00 – 6:00 | [[\"22:00\",\"06:00\"]]",
                "00:00-24:00 | [[\"00:00\",\"00:00\"]]",
                "'' | []",
                "nine to five | \"nine to five\"",
                "09:00-12:00, | \"09:00-12:00,\""
            })
    @DisplayName("F6: hours are read as people type them, and what is none comes back as it was typed")
    void spans(String typed, String read) {
        assertThat(SpanText.read(typed).toString()).isEqualTo(read);
    }

    @Test
    @DisplayName(
            "F6: a form's entry keeps what the form does not have, empties what is empty, and hands on what is wrong")
    void forms() {
        ObjectNode region = Json.MAPPER.createObjectNode().put("name", "Old").put("timeZone", "UTC");
        FormFields form =
                new FormFields().put("name", " New ").put("timeZone", "").put("calendar", "c1");
        assertThat(EntryShape.posted(EntryType.REGION, region, form).toString())
                .isEqualTo("{\"name\":\"New\",\"calendar\":\"c1\"}");

        ObjectNode group = EntryShape.posted(
                EntryType.GROUP,
                Json.MAPPER.createObjectNode(),
                new FormFields()
                        .put("name", "G")
                        .put("threshold", "2,5")
                        .put("dailyCap", "many")
                        .put("alsoAlerts", "a")
                        .put("alsoAlerts", ""));
        assertThat(group.toString())
                .isEqualTo("{\"name\":\"G\",\"alsoAlerts\":[\"a\"],\"threshold\":2.5,\"dailyCap\":\"many\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T07:00:00Z, 09:00, Europe/Berlin, 2026-11-27T09:00+01:00[Europe/Berlin]",
        "2026-11-27T08:00:00Z, 09:00, Europe/Berlin, 2026-11-28T09:00+01:00[Europe/Berlin]",
        "2026-03-28T12:00:00Z, 02:30, Europe/Berlin, 2026-03-29T03:30+02:00[Europe/Berlin]",
        "2011-12-30T00:00:00Z, 09:00, Pacific/Apia, 2011-12-31T09:00+14:00[Pacific/Apia]"
    })
    @DisplayName("C1, C2: the next digest is the first alert instant after now, skipped hours and days included")
    void nextDigest(Instant now, LocalTime alertTime, ZoneId zone, ZonedDateTime next) {
        assertThat(new AlertInstants(alertTime, zone).firstAfter(now).atZone(zone))
                .isEqualTo(next);
    }

    @Test
    @DisplayName("F6: settings differ by what they are and not by how they are written, and some change much")
    void settings() {
        ObjectNode before = portal("{\"name\": \"Acme\", \"serviceRecoveryThreshold\": 2.0}");
        assertThat(PortalSetting.differing(before, portal("{\"name\": \"Acme\", \"serviceRecoveryThreshold\": 2}")))
                .isEmpty();
        ObjectNode after = portal("{\"name\": \"Acme 2\", \"timeZone\": \"UTC\", \"measures\": {\"csat\": {\"kind\":"
                + " \"csat\", \"min\": 1, \"max\": 7}}}");
        assertThat(PortalSetting.differing(before, after))
                .containsExactly(PortalSetting.NAME, PortalSetting.TIME_ZONE, PortalSetting.MEASURES);
        assertThat(PortalSetting.NAME.wide()).isFalse();
        assertThat(PortalSetting.TIME_ZONE.wide()).isTrue();
    }

    @Test
    @DisplayName("F6: every scale makes a portal that the rules of entries take, with its threshold on the scale")
    void scales() {
        for (RatingScale scale : RatingScale.values()) {
            Checked checked = EntryRules.check(EntryType.PORTAL, scale.portal("New", "Europe/Berlin", "de"));
            assertThat(checked).as(scale.word()).isInstanceOf(Checked.Ok.class);
            assertThat(scale.threshold()).isBetween(scale.min(), scale.max());
        }
    }

    @Test
    @DisplayName("F6: lines are counted as an editor counts them, empty ones and those within a cell included")
    void lines() {
        Reading.Table table = table("\uFEFFcode;name\r\nA;\"two\r\nlines\"\r\n\r\nB;b\r\n");
        assertThat(table.header()).containsExactly("code", "name");
        assertThat(table.rows())
                .extracting(CsvFile.CsvRow::line, row -> row.cells().get(0))
                .containsExactly(tuple(2, "A"), tuple(5, "B"));
    }

    @Test
    @DisplayName("F6: a file that cannot be read says why")
    void unreadable() {
        assertThat(fault("".getBytes(UTF_8))).isEqualTo(FileFault.EMPTY);
        assertThat(fault("code,name\nA,M\u00fcller\n".getBytes(ISO_8859_1))).isEqualTo(FileFault.NOT_UTF8);
        assertThat(fault("code,name\nA,\"open\n".getBytes(UTF_8))).isEqualTo(FileFault.NOT_CSV);
        assertThat(fault(new byte[CsvFile.MOST_BYTES + 1])).isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault(("code,name\n" + "A,a\n".repeat(CsvFile.MOST_LINES + 1)).getBytes(UTF_8)))
                .isEqualTo(FileFault.TOO_MANY_LINES);
    }

    @Test
    @DisplayName("F6: every problem of a file is told by line and column")
    void troubles() {
        assertThat(plan("code,nome,code\nA,a,a\n", Map.of()).troubles())
                .extracting(ImportPlan.Trouble::kind)
                .containsExactly(TroubleKind.COLUMN_UNKNOWN, TroubleKind.COLUMN_TWICE, TroubleKind.COLUMN_MISSING);
        ImportPlan plan = plan(
                "code,name,email,mobile\n"
                        + "A B,Ada,,\n"
                        + "C,,c@example.com,0123\n"
                        + "D,Dana,dana,+495550101\n"
                        + "D,Dana,,\n"
                        + "E,Ed,,,,more\n",
                Map.of());
        assertThat(plan.troubles().stream()
                        .map(t -> t.line() + " " + t.column() + " " + t.kind())
                        .toList())
                .containsExactly(
                        "2 code CODE_UNFIT",
                        "3 name FIELD_UNFIT",
                        "3 mobile FIELD_UNFIT",
                        "4 email FIELD_UNFIT",
                        "5 code CODE_TWICE",
                        "6  TOO_MANY_CELLS");
    }

    @Test
    @DisplayName("F6, H6: of a file with columns without end one problem is told, and at once")
    void columnsWithoutEnd() {
        ImportPlan plan = plan("code,name" + ",code,x".repeat(50_000) + "\nA,a\n", Map.of());

        assertThat(plan.troubles()).containsExactly(new ImportPlan.Trouble(1, "", TroubleKind.TOO_MANY_COLUMNS, ""));
    }

    @Test
    @DisplayName("F6: a file tells what is new, changed and as it was; a column it lacks stays, an empty cell empties")
    void effects() {
        Contact ada = new Contact("Ada", "ada@example.com", "+495550101", null, null, "", null, List.of(), null);
        ImportPlan plan = plan(
                "code,name,email\nada,Ada,\nsame,Same,s@example.com\nnew,New,n@example.com\n",
                Map.of(
                        "ada", new Known("7", ada),
                        "same",
                                new Known(
                                        "8",
                                        new Contact(
                                                "Same",
                                                "s@example.com",
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                List.of(),
                                                null))));

        assertThat(plan.troubles()).isEmpty();
        assertThat(plan.with(Effect.NEW))
                .extracting(ImportPlan.PlannedEntry::code)
                .containsExactly("new");
        assertThat(plan.with(Effect.UNCHANGED))
                .extracting(ImportPlan.PlannedEntry::code)
                .containsExactly("same");
        ImportPlan.PlannedEntry changed = plan.with(Effect.CHANGED).get(0);
        assertThat(changed.columns()).containsExactly("email");
        assertThat(((Contact) changed.entry()).email()).isNull();
        assertThat(((Contact) changed.entry()).mobile()).isEqualTo("+495550101");
    }

    @Test
    @DisplayName("F6: what was exported changes nothing when it is imported, whatever it holds")
    void roundTrip() {
        Map<String, Known> known = Map.of(
                "a",
                        new Known(
                                "1",
                                new Contact(
                                        " =1+1, -2 ",
                                        null,
                                        "+495550101",
                                        "de",
                                        ZoneId.of("UTC"),
                                        "",
                                        "'-x",
                                        List.of(),
                                        QuietHours.NONE)),
                "b",
                        new Known(
                                "2",
                                new Contact(
                                        "\"Quoted\"; @x",
                                        "b@example.com",
                                        null,
                                        null,
                                        null,
                                        "t",
                                        "9,-5",
                                        List.of(Contact.ContactChannel.SMS),
                                        new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0)))));
        List<String> columns = EntryCells.columns(EntryType.CONTACT);
        String file = CsvCell.BYTE_ORDER_MARK
                + CsvCell.line(columns)
                + known.entrySet().stream()
                        .map(e -> CsvCell.line(
                                EntryCells.of(columns, e.getKey(), e.getValue().entry())))
                        .collect(Collectors.joining());

        ImportPlan plan = plan(file, known);
        assertThat(file).contains("'+495550101").contains("' =1+1");
        assertThat(plan.troubles()).isEmpty();
        assertThat(plan.with(Effect.UNCHANGED)).hasSize(2);
    }

    @Property
    @Label("F6, H6: a guarded cell is no formula, is written as it is, and comes back as it was")
    void guarded(@ForAll("cells") String text) {
        String guarded = GuardedCell.guarded(text);
        String written = CsvCell.of(guarded);
        Reading.Table read = table("h,i\r\n" + CsvCell.of("x") + "," + written + "\r\n");

        List<String> cells = new ArrayList<>(read.rows().get(0).cells());
        assertThat(cells.get(1)).isEqualTo(guarded);
        assertThat(GuardedCell.read(cells.get(1))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars("'\"=+-@|%,; ax1\u2028\u200B\uFF1D")
                .ofMaxLength(12);
    }

    private static ImportPlan plan(String file, Map<String, Known> known) {
        return ImportPlan.of(EntryType.CONTACT, table(file), known, type -> Set.of());
    }

    private static Reading.Table table(String file) {
        return (Reading.Table) CsvFile.read(file.getBytes(UTF_8));
    }

    private static FileFault fault(byte[] file) {
        return ((Reading.FaultyFile) CsvFile.read(file)).fault();
    }

    private static ObjectNode portal(String json) {
        Record portal = EntryRules.read(EntryType.PORTAL, json.getBytes(UTF_8))
                .readable()
                .orElseThrow();
        return Json.MAPPER.valueToTree(portal);
    }
}
