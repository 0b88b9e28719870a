package io.amends.ingest.imports.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreset.TimeWriting;
import io.amends.contracts.api.ImportPreview.ColumnOrigin;
import io.amends.contracts.api.ImportPreview.ColumnZone;
import io.amends.contracts.api.ImportPreview.ZoneOrigin;
import io.amends.contracts.mapping.TargetField;
import io.amends.ingest.imports.core.ColumnMapping.FilePortal;
import io.amends.ingest.imports.core.ColumnMapping.MappedRow;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the columns of a file mean, by their headers and by a preset (A1). */
class ColumnMappingTest {
    private static final FilePortal PORTAL =
            new FilePortal("acme", ZoneId.of("Europe/Berlin"), List.of("csat", "nps", "fcr"));

    private static ColumnMapping mapping(String file, ImportPreset preset) {
        FileFormat format = FileFormatTest.format(file.getBytes(UTF_8));
        return ColumnMapping.of(PORTAL, format.head(), format.dialect(), preset);
    }

    private static List<MappedRow> read(String file, ImportPreset preset) {
        ColumnMapping mapping = mapping(file, preset);
        return FileFormatTest.rows(file.getBytes(UTF_8)).stream()
                .map(mapping::read)
                .toList();
    }

    private static JsonNode only(String file, ImportPreset preset) {
        List<MappedRow> rows = read(file, preset);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).reasons()).isEmpty();
        return rows.get(0).response();
    }

    private static List<String> fields(String file, ImportPreset preset) {
        return mapping(file, preset).fields().stream()
                .map(field -> field == null ? "" : field.text())
                .toList();
    }

    @Test
    @DisplayName(
            "A1: without a preset headers mean what they say, however they are written; what is unknown is left out")
    void byHeaders() {
        String file =
                "Response ID,ticket_id,Support Group,CSAT,Measures.nps,properties.Order,Submitted At,E-mail,Shoe size\n"
                        + "r-1,T-1,G1,4,9,A7,2026-11-20T08:00:00Z,kim@example.com,43\n";

        assertThat(fields(file, ImportPreset.NONE))
                .containsExactly(
                        "responseId",
                        "ticketId",
                        "supportGroup",
                        "measures.csat",
                        "measures.nps",
                        "properties.Order",
                        "submittedAt",
                        "customerEmail",
                        "");
        JsonNode response = only(file, ImportPreset.NONE);
        assertThat(response.at("/portal").asText()).isEqualTo("acme");
        assertThat(response.at("/measures/csat").asInt()).isEqualTo(4);
        assertThat(response.at("/measures/nps").asInt()).isEqualTo(9);
        assertThat(response.at("/properties/Order").asText()).isEqualTo("A7");
        assertThat(response.at("/customer/email").asText()).isEqualTo("kim@example.com");
    }

    @Test
    @DisplayName("A1: a preset says what columns, values and times mean, and fills what a line leaves open")
    void byPreset() {
        ImportPreset preset = new ImportPreset(
                Map.of(
                        "Bewertung",
                        "measures.csat",
                        "Eingang",
                        "submittedAt",
                        "Rückruf",
                        "contactChoice",
                        "Nr",
                        "responseId"),
                Map.of("supportGroup", TextNode.valueOf("G1"), "channel", TextNode.valueOf("shop")),
                Map.of("contactChoice", Map.of("ja", TextNode.valueOf("YES"), "nein", TextNode.valueOf("NO"))),
                Map.of("submittedAt", new TimeWriting("dd.MM.yyyy HH:mm", "Europe/Berlin")));
        String file = "Nr;Bewertung;Eingang;Rückruf;channel\n"
                + "1;4,5;20.11.2026 09:00;ja;\n"
                + "2;3;20.11.2026 09:00;vielleicht;mail\n";
        List<MappedRow> rows = read(file, preset);

        JsonNode first = rows.get(0).response();
        assertThat(rows.get(0).reasons()).isEmpty();
        assertThat(first.at("/measures/csat").decimalValue()).isEqualByComparingTo("4.5");
        assertThat(first.at("/submittedAt").asText()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(first.at("/contactChoice").asText()).isEqualTo("YES");
        assertThat(first.at("/supportGroup").asText()).isEqualTo("G1");
        assertThat(first.at("/channel").asText()).isEqualTo("shop");
        assertThat(rows.get(1).reasons())
                .singleElement()
                .extracting(Reason::reason)
                .asString()
                .contains("vielleicht");
        assertThat(rows.get(1).response().at("/channel").asText()).isEqualTo("mail");
    }

    @Test
    @DisplayName("A1: a column that the preset leaves open is not taken, whatever its header says")
    void leftOut() {
        ImportPreset preset = new ImportPreset(Map.of("comment", ""), Map.of(), Map.of(), Map.of());

        assertThat(fields("responseId,Comment\n1,x\n", preset)).containsExactly("responseId", "");
    }

    @Test
    @DisplayName("A1: of two headers that mean one field the better one is taken, and of two alike the first")
    void better() {
        assertThat(fields("EndDate,RecordedDate,comment,comment\n", ImportPreset.NONE))
                .containsExactly("", "submittedAt", "comment", "");
    }

    @Test
    @DisplayName("A1: Qualtrics' times are in the zone that the file says, and its several answers are several")
    void qualtrics() {
        String file = "RecordedDate,ResponseId,csat,factors\n"
                + "Recorded Date,Response ID,How,Why\n"
                + "\"{\"\"ImportId\"\":\"\"recordedDate\"\",\"\"timeZone\"\":\"\"America/Denver\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",x,y\n"
                + "2026-11-20 01:00:00,R_1,2,\"Speed,Kindness\"\n";
        JsonNode response = only(file, ImportPreset.NONE);

        assertThat(response.at("/submittedAt").asText()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(response.at("/factors").toString()).isEqualTo("[\"Speed\",\"Kindness\"]");
    }

    @Test
    @DisplayName(
            "A1: tests, previews and spam are no customers' answers where Qualtrics says so, by words or numbers; a"
                    + " question that is called Status says nothing of the kind")
    void testAnswers() {
        String head = "Status,ResponseId,RecordedDate,csat,Status\nResponse Type,a,b,c,d\n"
                + "\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",,,"
                + "\"{\"\"ImportId\"\":\"\"QID9\"\"}\"\n";
        String rest = ",R_1,2026-11-20 01:00:00,2,Survey Test\n";
        for (String test :
                List.of("Survey Preview", "Survey Test", "Spam", "survey preview", "1", "2", "8", "9", "17")) {
            ColumnMapping mapping = mapping(head, ImportPreset.NONE);
            FileRow row =
                    FileFormatTest.rows((head + test + rest).getBytes(UTF_8)).get(0);
            assertThat(mapping.testAnswer(row))
                    .as(test)
                    .isNotNull()
                    .extracting(Reason::reason)
                    .asString()
                    .contains(test);
        }
        for (String answer : List.of("IP Address", "Imported", "Offline Response", "0", "4", "16", "", "12345678901")) {
            ColumnMapping mapping = mapping(head, ImportPreset.NONE);
            FileRow row =
                    FileFormatTest.rows((head + answer + rest).getBytes(UTF_8)).get(0);
            assertThat(mapping.testAnswer(row)).as(answer).isNull();
        }
        String plain = "Status,responseId\n";
        assertThat(mapping(plain, ImportPreset.NONE)
                        .testAnswer(FileFormatTest.rows((plain + "Survey Test,1\n").getBytes(UTF_8))
                                .get(0)))
                .isNull();
    }

    @Test
    @DisplayName("A1: a preset may name the zone of times alone, and it is told who says the zone of each column")
    void zones() {
        String file = "responseId,submittedAt,updatedAt (UTC),csat\n1,2026-11-20 09:00,2026-11-20 09:00,2\n";
        ImportPreset preset = new ImportPreset(
                Map.of("updatedAt (UTC)", "updatedAt"),
                Map.of(),
                Map.of(),
                Map.of("submittedAt", new TimeWriting(null, "Asia/Tokyo")));

        assertThat(PresetRules.faults(preset)).isEmpty();
        assertThat(only(file, preset).at("/submittedAt").asText()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(mapping(file, preset).zones())
                .containsExactly(
                        null,
                        new ColumnZone("Asia/Tokyo", ZoneOrigin.PRESET),
                        new ColumnZone("UTC", ZoneOrigin.FILE),
                        null);
        assertThat(mapping(file, ImportPreset.NONE).zones())
                .contains(new ColumnZone("Europe/Berlin", ZoneOrigin.PORTAL));
        assertThat(PresetRules.faults(new ImportPreset(
                        Map.of(), Map.of(), Map.of(), Map.of("submittedAt", new TimeWriting(null, null)))))
                .extracting(Reason::pointer)
                .containsExactly("/formats/submittedAt");
    }

    @Test
    @DisplayName("A1: several columns of one question become one list")
    void columnsOfOneList() {
        String file =
                "Respondent ID,What was good?,,Score\n,Speed,Kindness,Response\n1,Speed,Kindness,3\n2,,Kindness,3\n";
        ImportPreset preset = new ImportPreset(
                Map.of(
                        "What was good?: Speed",
                        "factors",
                        "What was good?: Kindness",
                        "factors",
                        "Score",
                        "measures.csat"),
                Map.of(),
                Map.of(),
                Map.of());
        List<MappedRow> rows = read(file, preset);

        assertThat(rows.get(0).response().at("/factors").toString()).isEqualTo("[\"Speed\",\"Kindness\"]");
        assertThat(rows.get(1).response().at("/factors").toString()).isEqualTo("[\"Kindness\"]");
        assertThat(rows.get(0).response().at("/responseId").asText()).isEqualTo("1");
    }

    @Test
    @DisplayName("A1, H3: a line of another portal, and one with more cells than headers, are refused")
    void otherPortal() {
        List<MappedRow> rows = read("portal,responseId\nbeta,1\nacme,2\n,3\nacme,4,5\n", ImportPreset.NONE);

        assertThat(rows.get(0).reasons()).extracting(Reason::pointer).containsExactly("/portal");
        assertThat(rows.get(1).reasons()).isEmpty();
        assertThat(rows.get(2).reasons()).isEmpty();
        assertThat(rows.get(3).reasons())
                .singleElement()
                .extracting(Reason::reason)
                .asString()
                .contains("more cells");
    }

    @Test
    @DisplayName("A1: a file of which no line could become a response is told before any is read")
    void problems() {
        assertThat(mapping("a,b\n1,2\n", ImportPreset.NONE).problems())
                .extracting(Reason::pointer)
                .containsExactly("/responseId", "/submittedAt", "/measures");
        assertThat(mapping("responseId,submittedAt,csat\n", ImportPreset.NONE).problems())
                .isEmpty();
    }

    @Test
    @DisplayName("A1: what was understood of a file reads it again in the same way, whatever becomes of the portal's"
            + " measures")
    void whole() {
        String file = "EndDate,RecordedDate,CSAT,Shoe size,comment,comment\n";
        ColumnMapping mapping = mapping(file, ImportPreset.NONE);
        FileFormat format = FileFormatTest.format(file.getBytes(UTF_8));
        FilePortal other = new FilePortal("acme", ZoneId.of("UTC"), List.of("Shoe size"));

        assertThat(mapping.origins()).contains(ColumnOrigin.HEADER);
        assertThat(ColumnMapping.of(other, format.head(), format.dialect(), mapping.whole())
                        .fields())
                .isEqualTo(mapping.fields());
    }

    @Test
    @DisplayName("A1: every fault of a preset has its place")
    void faults() {
        ImportPreset preset = new ImportPreset(
                Map.of("a", "csat", "b", "measures.csat", "c", ""),
                Map.of("nowhere", IntNode.valueOf(1)),
                Map.of(
                        "comment", Map.of("x", TextNode.valueOf("y")),
                        "contactChoice", Map.of("ja", TextNode.valueOf("MAYBE"), "nein", TextNode.valueOf("no")),
                        "wrong", Map.of()),
                Map.of(
                        "submittedAt", new TimeWriting("HH:mm", null),
                        "updatedAt", new TimeWriting("yyyy-MM-dd", "Nowhere/City"),
                        "comment", new TimeWriting("ISO", null)));

        assertThat(PresetRules.faults(preset))
                .extracting(Reason::pointer)
                .containsExactlyInAnyOrder(
                        "/columns/a",
                        "/defaults/nowhere",
                        "/values/contactChoice/ja",
                        "/values/wrong",
                        "/formats/submittedAt/format",
                        "/formats/updatedAt/zone",
                        "/formats/comment");
        assertThat(TargetField.of("measures.csat")).isPresent();
    }
}
