package io.amends.ingest.imports.core;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.api.ImportPreset;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as spreadsheets and survey tools save them, and what becomes of their rows (A1). */
class ToolFilesTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    private static final Map<String, String> GERMAN = Map.of(
            "nummer", "responseId",
            "BEWERTUNG", "measures.csat",
            " Eingang", "submittedAt",
            "Ru\u0308ckruf  erw\u00FCnscht", "contactChoice",
            "Gel\u00F6st", "measures.fcr",
            "Bemerkung", "comment");
    private static final List<String> GERMAN_ROWS = List.of(
            "101 {\"csat\":4.5,\"fcr\":true} 2026-11-26T13:05:00Z YES [] Schöne Grüße;\nbis bald",
            "102 {\"csat\":2,\"fcr\":false} 2026-04-03T07:07:00Z NO [] -");
    private static final String GERMAN_FILE =
            """
            Nummer;Bewertung;Eingang;Rückruf erwünscht;Gelöst;Bemerkung;;
            101;4,5;26.11.2026 14:05;Ja;WAHR;"Schöne Grüße;
            bis bald";;
            102;2;3.4.2026 09:07;nein;FALSCH;;;
            ;;;;;;;
            ;;;;;;;
            """;

    /** A file, and what becomes of its rows. */
    record Sample(String name, byte[] file, ImportPreset preset, List<String> rows) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String windows(String lines) {
        return lines.replace("\n", "\r\n");
    }

    private static Sample german(String name, byte[] file) {
        return new Sample(name, file, ImportedFile.preset(GERMAN), GERMAN_ROWS);
    }

    static Stream<Sample> spreadsheets() {
        String quotedBreak = GERMAN_FILE.replace("\n", "\r\n").replace("Grüße;\r\n", "Grüße;\n");
        return Stream.of(
                german("Excel in German, CSV", quotedBreak.getBytes(WINDOWS)),
                german("Excel in German, CSV UTF-8", (MARK + quotedBreak).getBytes(UTF_8)),
                german(
                        "Excel in German, Unicode text",
                        (MARK + quotedBreak.replace(';', '\t').replace("Grüße\t", "Grüße;")).getBytes(UTF_16LE)),
                german(
                        "Excel in German, for the Mac",
                        GERMAN_FILE.replace('\n', '\r').getBytes(WINDOWS)),
                german("Excel in German, with its separator said", ("sep=;\r\n" + quotedBreak).getBytes(WINDOWS)),
                german("a spreadsheet in German, blank lines above", ("\r\n;;;;;;;\r\n" + quotedBreak).getBytes(UTF_8)),
                german(
                        "a German table with commas",
                        windows(
                                        """
                                        Nummer,Bewertung,Eingang,Rückruf erwünscht,Gelöst,Bemerkung
                                        101,"4,5",26.11.2026 14:05,Ja,WAHR,"Schöne Grüße;
                                        bis bald"
                                        102,2,3.4.2026 09:07,nein,FALSCH
                                        """)
                                .replace("Grüße;\r\n", "Grüße;\n")
                                .getBytes(UTF_8)),
                new Sample(
                        "Excel in French, CSV",
                        windows(
                                        """
                                        N°;Note;Reçu le;Être rappelé;Résolu;Commentaire
                                        201;3,5;26/11/2026 14:05;Oui;VRAI;"L'équipe ""au top""\"
                                        202;1;03/12/2026 09:07;NON;FAUX;à l'aide
                                        """)
                                .getBytes(WINDOWS),
                        ImportedFile.preset(Map.of(
                                "N°", "responseId",
                                "Note", "measures.csat",
                                "reçu le", "submittedAt",
                                "être rappelé", "contactChoice",
                                "RÉSOLU", "measures.fcr",
                                "Commentaire", "comment")),
                        List.of(
                                "201 {\"csat\":3.5,\"fcr\":true} 2026-11-26T13:05:00Z YES [] L'équipe \"au top\"",
                                "202 {\"csat\":1,\"fcr\":false} 2026-12-03T08:07:00Z NO [] à l'aide")),
                new Sample(
                        "Excel in American English, CSV",
                        windows(
                                        """
                                        Response ID,CSAT,FCR,Submitted,Contact choice,Comments,,
                                        ="00301",4.5,TRUE,3/4/2026 9:07,yes,"6"" of snow, again",,
                                        302,1,FALSE,11/26/2026 14:05,No,=1+1,,
                                        ,,,,,,,
                                        """)
                                .getBytes(WINDOWS),
                        ImportPreset.NONE,
                        List.of(
                                "00301 {\"csat\":4.5,\"fcr\":true} 2026-03-04T08:07:00Z YES [] 6\" of snow, again",
                                "302 {\"csat\":1,\"fcr\":false} 2026-11-26T13:05:00Z NO [] =1+1")),
                new Sample(
                        "Excel in British English, CSV",
                        windows("Response ID,CSAT,Submitted,Comments\n401,4,03/04/2026 09:07,£5 off\n"
                                        + "402,1,26/11/2026 14:05,\n")
                                .getBytes(WINDOWS),
                        ImportPreset.NONE,
                        List.of(
                                "401 {\"csat\":4} 2026-04-03T07:07:00Z NOT_ASKED [] £5 off",
                                "402 {\"csat\":1} 2026-11-26T13:05:00Z NOT_ASKED [] -")));
    }

    static Stream<Sample> tools() {
        return Stream.of(
                new Sample(
                        "SurveyMonkey",
                        windows(
                                        """
                                        Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,First Name,Last Name,Custom Data 1,How satisfied are you?,What was good?,,,May we call you?,Anything else?
                                        ,,,,,,,,,Response,Speed,Kindness,Other (please specify),Response,Open-Ended Response
                                        118100000001,450,03/04/2026 09:07:11 AM,03/04/2026 09:09:00 AM,,kim@example.com,Kim,,T-1,4,Speed,,the tea,Yes,"Thanks,
                                        all"
                                        118100000002,450,03/05/2026 12:07:11 PM,03/05/2026 12:09:00 PM,,,,,T-2,2,,Kindness,,No,
                                        """)
                                .getBytes(UTF_8),
                        ImportedFile.preset(Map.of(
                                "How satisfied are you?", "measures.csat",
                                "What was good?: Speed", "factors",
                                "What was good?: Kindness", "factors",
                                "What was good?: Other (please specify)", "factors",
                                "May we call you?", "contactChoice",
                                "Anything else?", "comment",
                                "Custom Data 1", "ticketId")),
                        List.of(
                                "118100000001 {\"csat\":4} 2026-03-04T08:07:11Z YES [\"Speed\",\"the tea\"] Thanks,\r\nall",
                                "118100000002 {\"csat\":2} 2026-03-05T11:07:11Z NO [\"Kindness\"] -")),
                new Sample(
                        "SurveyMonkey, saved again by Excel in German",
                        windows(
                                        """
                                        Respondent ID;Date Created;How satisfied are you?;Anything else?
                                        ;;Response;Open-Ended Response
                                        501;26.11.2026 14:05;4;schön
                                        """)
                                .getBytes(WINDOWS),
                        ImportedFile.preset(
                                Map.of("how satisfied are you?", "measures.csat", "anything else?", "comment")),
                        List.of("501 {\"csat\":4} 2026-11-26T13:05:00Z NOT_ASKED [] schön")),
                new Sample(
                        "Qualtrics, numbers",
                        (MARK
                                        + """
                                        StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,RecipientEmail,ExternalReference,DistributionChannel,UserLanguage,Q1,Q2_NPS_GROUP,Q2,Q3,Q4,Q5
                                        Start Date,End Date,Response Type,IP Address,Progress,Finished,Recorded Date,Response ID,Recipient Email,External Data Reference,Distribution Channel,User Language,"How satisfied are you
                                        with our ""service""?",How likely? - Group,How likely?,Why?,May we call?,Anything else?
                                        "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate"",""timeZone"":""America/Denver""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_NPS_GROUP""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}","{""ImportId"":""QID4""}","{""ImportId"":""QID5_TEXT""}"
                                        2026-11-20 01:00:00,2026-11-20 01:04:00,0,,100,1,2026-11-20 01:04:10,R_1,kim@example.com,c-9,email,EN,4,2,9,"Speed,Kindness",1,"Fine,
                                        thanks"
                                        2026-11-21 01:00:00,2026-11-21 01:04:00,0,,100,1,2026-11-21 01:04:10,R_2,,,anonymous,DE,1,1,3,,2,
                                        """)
                                .getBytes(UTF_8),
                        new ImportPreset(
                                Map.of(
                                        "how satisfied are you with our \"service\"?",
                                        "measures.csat",
                                        "Q2",
                                        "measures.nps",
                                        "Q3",
                                        "factors",
                                        "Q4",
                                        "contactChoice",
                                        "Q5",
                                        "comment"),
                                Map.of(),
                                Map.of(
                                        "contactChoice",
                                        Map.of("1", TextNode.valueOf("YES"), "2", TextNode.valueOf("NO"))),
                                Map.of()),
                        List.of(
                                "R_1 {\"csat\":4,\"nps\":9} 2026-11-20T08:04:10Z YES [\"Speed\",\"Kindness\"] Fine,\nthanks",
                                "R_2 {\"csat\":1,\"nps\":3} 2026-11-21T08:04:10Z NO [] -")),
                new Sample(
                        "Qualtrics, labels, with tabs, saved again by Excel in French",
                        (MARK
                                        + """
                                        RecordedDate	ResponseId	Q1
                                        Recorded Date	Response ID	How satisfied are you?
                                        "{""ImportId"":""recordedDate"",""timeZone"":""Europe/Paris""}"	"{""ImportId"":""_recordId""}"	"{""ImportId"":""QID1""}"
                                        26/11/2026 14:05	R_3	Very satisfied
                                        03/12/2026 14:05	R_4	Delighted
                                        """)
                                .getBytes(UTF_16LE),
                        new ImportPreset(
                                Map.of("Q1", "measures.csat"),
                                Map.of(),
                                Map.of("measures.csat", Map.of("Very satisfied", IntNode.valueOf(5))),
                                Map.of()),
                        List.of(
                                "R_3 {\"csat\":5} 2026-11-26T13:05:00Z NOT_ASKED [] -",
                                "line 5: /measures/csat: the value 'Delighted' is not among those that the mapping names"
                                        + " (column \"Q1\" has \"Delighted\")")),
                new Sample(
                        "Typeform",
                        """
                        #,How satisfied are you?,Kindness,Speed,Anything else?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending
                        a1b2c3,4,Kindness,,"Nice, really",completed,2026-11-26 13:00:01,,2026-11-26 13:05:33,f00,,
                        d4e5f6,2,,Speed,,completed,2026-07-01 13:00:01,,2026-07-01 13:05:33,f01,,
                        """
                                .getBytes(UTF_8),
                        ImportedFile.preset(Map.of(
                                "How satisfied are you?", "measures.csat",
                                "Kindness", "factors",
                                "Speed", "factors",
                                "Anything else?", "comment")),
                        List.of(
                                "a1b2c3 {\"csat\":4} 2026-11-26T13:05:33Z NOT_ASKED [\"Kindness\"] Nice, really",
                                "d4e5f6 {\"csat\":2} 2026-07-01T13:05:33Z NOT_ASKED [\"Speed\"] -")));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A1: a file is read as the spreadsheet has saved it")
    @MethodSource("spreadsheets")
    void spreadsheet(Sample sample) {
        ImportedFile file = ImportedFile.of(sample.file(), sample.preset());

        assertThat(file.problems()).isEmpty();
        assertThat(file.told()).isEqualTo(sample.rows());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A1: a file is read as the survey tool has exported it")
    @MethodSource("tools")
    void tool(Sample sample) {
        ImportedFile file = ImportedFile.of(sample.file(), sample.preset());

        assertThat(file.problems()).isEmpty();
        assertThat(file.told()).isEqualTo(sample.rows());
    }

    @Test
    @DisplayName("A1: what survey tools say of the survey itself is recognised without a preset")
    void own() {
        ImportedFile qualtrics = ImportedFile.of(
                ("EndDate,RecordedDate,ResponseId,RecipientEmail,ExternalReference,UserLanguage,csat\n"
                                + "a,b,c,d,e,f,g\n{ImportId},,,,,,\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n"
                                + "2026-11-20 01:00:00,2026-11-20 01:00:05,R_1,kim@example.com,c-9,EN,4\n")
                        .getBytes(UTF_8),
                ImportPreset.NONE);

        assertThat(qualtrics.fields())
                .containsExactly(
                        "", "submittedAt", "responseId", "customerEmail", "customerId", "language", "measures.csat");
        assertThat(qualtrics.told()).containsExactly("R_1 {\"csat\":4} 2026-11-20T00:00:05Z NOT_ASKED [] -");
    }

    @Test
    @DisplayName(
            "A1: Google's forms have no ids: the same answers get the same id, whatever language the form has, and also"
                    + " when another question was added")
    void google() {
        ImportPreset preset = ImportedFile.preset(Map.of("Zufrieden?", "measures.csat", "Gut war", "factors"));
        String row = "26.11.2026 14:05:33,kim@example.com,4,\"Tempo, Ton\"";
        ImportedFile sheet = ImportedFile.of(
                ("Zeitstempel,E-Mail-Adresse,Zufrieden?,Gut war\n" + row + "\n26.11.2026 14:05:34,,4,\n")
                        .getBytes(UTF_8),
                preset);
        ImportedFile later = ImportedFile.of(
                ("Zeitstempel,E-Mail-Adresse,Zufrieden?,Gut war,Neu\n" + row + ",\n").getBytes(UTF_8), preset);
        ImportedFile download = ImportedFile.of(
                "\"Timestamp\",\"csat\"\n\"2026/11/26 2:05:33 PM GMT+1\",\"4\"\n".getBytes(UTF_8), ImportPreset.NONE);

        assertThat(sheet.problems()).isEmpty();
        JsonNode first = sheet.responses().get(0);
        assertThat(first.at("/submittedAt").asText()).isEqualTo("2026-11-26T13:05:33Z");
        assertThat(first.at("/customer/email").asText()).isEqualTo("kim@example.com");
        assertThat(first.at("/factors").toString()).isEqualTo("[\"Tempo\",\"Ton\"]");
        String id = first.at("/responseId").asText();
        assertThat(id).isNotEmpty();
        assertThat(later.responses().get(0).at("/responseId").asText()).isEqualTo(id);
        assertThat(sheet.responses().get(1).at("/responseId").asText()).isNotEqualTo(id);
        assertThat(download.responses().get(0).at("/submittedAt").asText()).isEqualTo("2026-11-26T13:05:33Z");
    }
}
