package io.amends.ingest.imports.core;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.ingest.imports.core.FileHead.HeadColumn;
import io.amends.ingest.imports.core.FileHead.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How files of spreadsheets and survey tools are read (A1). */
class FileFormatTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String GERMAN =
            "responseId;Bewertung;Bemerkung\r\nr-1;4,5;\"Grüße; und „Dank“\"\r\nr-2;3;schön\r\n";

    static FileFormat format(byte[] file) {
        EncodingSample sample = new EncodingSample();
        sample.add(file, file.length);
        return FileFormat.of(file, sample.encoding(), true);
    }

    static List<FileRow> rows(byte[] file) {
        FileFormat format = format(file);
        int from = (int) format.begins().position();
        return rows(format, new ByteArrayInputStream(file, from, file.length - from), format.begins());
    }

    static List<FileRow> rows(FileFormat format, ByteArrayInputStream rest, FileFormat.Place from) {
        try {
            RowReader reader = format.rows(rest, from);
            List<FileRow> rows = new ArrayList<>();
            for (FileRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> names(FileFormat format) {
        return format.head().columns().stream().map(HeadColumn::name).toList();
    }

    private static byte[] marked(String mark, byte[] text) {
        byte[] bytes = java.util.HexFormat.of().parseHex(mark);
        byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + text.length);
        System.arraycopy(text, 0, all, bytes.length, text.length);
        return all;
    }

    private static void german(byte[] file, FileEncoding encoding) {
        FileFormat format = format(file);
        assertThat(format.encoding()).isEqualTo(encoding);
        assertThat(format.dialect().delimiter()).isEqualTo(';');
        assertThat(names(format)).containsExactly("responseId", "Bewertung", "Bemerkung");
        assertThat(rows(file))
                .extracting(FileRow::cells)
                .containsExactly(List.of("r-1", "4,5", "Grüße; und „Dank“"), List.of("r-2", "3", "schön"));
    }

    @Test
    @DisplayName("A1: a German spreadsheet is read in each encoding that it is saved in")
    void encodings() {
        german(GERMAN.getBytes(UTF_8), FileEncoding.UTF_8);
        german(marked("EFBBBF", GERMAN.getBytes(UTF_8)), FileEncoding.UTF_8);
        german(GERMAN.getBytes(WINDOWS), FileEncoding.WINDOWS_1252);
        german(marked("FFFE", GERMAN.getBytes(UTF_16LE)), FileEncoding.UTF_16LE);
        german(marked("FEFF", GERMAN.getBytes(UTF_16BE)), FileEncoding.UTF_16BE);
        german(GERMAN.getBytes(UTF_16LE), FileEncoding.UTF_16LE);
    }

    @Test
    @DisplayName("A1: French and Polish texts in UTF-8, and one odd byte among many that are right, stay UTF-8")
    void utf8() {
        assertThat(format("id;note\n1;été à Łódź\n".getBytes(UTF_8)).encoding()).isEqualTo(FileEncoding.UTF_8);
        byte[] long8 = ("id;note\n" + "1;été\n".repeat(50)).getBytes(UTF_8);
        long8[long8.length - 2] = (byte) 0xE9;

        assertThat(format(long8).encoding()).isEqualTo(FileEncoding.UTF_8);
        List<FileRow> rows = rows(long8);
        assertThat(rows.get(48).fault()).isNull();
        assertThat(rows.get(49).fault()).contains("encoding");
        assertThat(rows.get(49).line()).isEqualTo(51);
    }

    @Test
    @DisplayName("A1: what tells Windows-1252 from UTF-8 may stand far behind the beginning")
    void late() {
        byte[] file = ("id;note\n" + "1;plain\n".repeat(20_000) + "2;schön\n").getBytes(WINDOWS);

        assertThat(format(file).encoding()).isEqualTo(FileEncoding.WINDOWS_1252);
    }

    @ParameterizedTest
    @DisplayName("A1: the delimiter is the one by which the rows have equally many cells")
    @CsvSource(
            delimiterString = "~",
            value = {
                "a,b,c\\n1,2,3\\n ~ ,",
                "a;b;c\\n1;2,5;3\\n ~ ;",
                "a|b\\n1|2\\n ~ |",
                "a\\tb\\n1,5\\t2,5\\n ~ \\t",
                "\"Well, how; was it?\",b\\n1,2\\n ~ ,",
                "only\\n1\\n ~ ,",
                "sep=;\\na,b;c\\n1,2;3\\n ~ ;"
            })
    void delimiters(String text, String delimiter) {
        String file = text.replace("\\n", "\n").replace("\\t", "\t");

        assertThat(format(file.getBytes(UTF_8)).dialect().delimiter())
                .isEqualTo(delimiter.replace("\\t", "\t").charAt(0));
    }

    @Test
    @DisplayName("A1: the line by which Excel says its delimiter is none of the rows, and apostrophes can be quotes")
    void preface() {
        byte[] file = "sep=;\r\nid;note\r\n'1';'a;b'\r\n".getBytes(UTF_8);

        assertThat(names(format(file))).containsExactly("id", "note");
        assertThat(rows(file)).extracting(FileRow::cells).containsExactly(List.of("1", "a;b"));
        assertThat(rows(file)).extracting(FileRow::line).containsExactly(3L);
    }

    @Test
    @DisplayName("A1: the three header rows of Qualtrics are names, questions, and the zone of times")
    void qualtrics() {
        String file = "StartDate,RecordedDate,ResponseId,Q1,Q2\n"
                + "Start Date,Recorded Date,Response ID,\"How was it,\n"
                + "all in all?\",Anything else?\n"
                + "\"{\"\"ImportId\"\":\"\"startDate\"\",\"\"timeZone\"\":\"\"Europe/Berlin\"\"}\",\"{\"\"ImportId\"\":\"\"recordedDate\"\",\"\"timeZone\"\":\"\"Europe/Berlin\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_TEXT\"\"}\"\n"
                + "2026-11-20 08:00:00,2026-11-20 08:05:00,R_1,4,fine\n";
        FileFormat format = format(file.getBytes(UTF_8));

        assertThat(format.head().tool()).isEqualTo(Tool.QUALTRICS);
        assertThat(format.head().rows()).isEqualTo(3);
        assertThat(format.head().columns().get(1))
                .isEqualTo(new HeadColumn("RecordedDate", "Recorded Date", ZoneId.of("Europe/Berlin"), "recordedDate"));
        assertThat(format.head().columns().get(3).label()).isEqualTo("How was it,\nall in all?");
        assertThat(rows(file.getBytes(UTF_8))).extracting(FileRow::line).containsExactly(5L);
    }

    @Test
    @DisplayName("A1: the two header rows of SurveyMonkey are questions and answers")
    void surveyMonkey() {
        String file = "Respondent ID,Date Created,How was it?,What was good?,,,Anything else?\n"
                + ",,Response,Speed,Kindness,Other (please specify),Open-Ended Response\n"
                + "118,11/20/2026 08:00:00 AM,4,Speed,,the tea,fine\n";
        FileFormat format = format(file.getBytes(UTF_8));

        assertThat(format.head().tool()).isEqualTo(Tool.SURVEYMONKEY);
        assertThat(names(format))
                .containsExactly(
                        "Respondent ID",
                        "Date Created",
                        "How was it?",
                        "What was good?: Speed",
                        "What was good?: Kindness",
                        "What was good?: Other (please specify)",
                        "Anything else?");
        assertThat(rows(file.getBytes(UTF_8))).hasSize(1);
    }

    @Test
    @DisplayName("A1: a quotation mark without an end costs its own line alone")
    void unended() {
        List<FileRow> rows = rows(
                "id,note\n1,\"open\n2,fine\n3,\"also \"\"fine\"\"\n over two lines\"\n4,\"a\"b\n5,x".getBytes(UTF_8));

        assertThat(rows).extracting(FileRow::line).containsExactly(2L, 3L, 4L, 6L, 7L);
        assertThat(rows.get(0).fault()).contains("quotation mark");
        assertThat(rows.get(0).text()).isEqualTo("1,\"open\n");
        assertThat(rows.get(1).cells()).containsExactly("2", "fine");
        assertThat(rows.get(2).cells()).containsExactly("3", "also \"fine\"\n over two lines");
        assertThat(rows.get(3).fault()).contains("behind a closing quotation mark");
        assertThat(rows.get(4).cells()).containsExactly("5", "x");
    }

    @Test
    @DisplayName("A1: a line that is too long is refused, and what comes behind it is read")
    void tooLong() {
        byte[] file = ("id,note\n1,fine\n2," + "x".repeat(3 * FileLines.LONGEST) + "\n3,\""
                        + ("y".repeat(1000) + "\n").repeat(1100) + "\n4,fine\n")
                .getBytes(UTF_8);
        List<FileRow> rows = rows(file);

        assertThat(rows.get(1).fault()).contains("longer than");
        assertThat(rows.get(1).text()).hasSize(FileLines.LONGEST);
        assertThat(rows.get(2).fault()).contains("no end");
        assertThat(rows.get(rows.size() - 1).cells()).containsExactly("4", "fine");
    }

    @Test
    @DisplayName("A1: lines end as Unix, Windows or the old Macs end them, and NUL is a character like others")
    void lineEnds() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String file = String.join(end, "id,note", "1,a\0b", "2,\"c" + end + "d\"", "3,e");
            assertThat(rows(file.getBytes(UTF_8)))
                    .extracting(FileRow::line)
                    .as(end)
                    .containsExactly(2L, 3L, 5L);
            assertThat(rows(file.getBytes(UTF_8)).get(0).cells()).containsExactly("1", "a\0b");
        }
    }

    @Test
    @DisplayName("A1: a file in UTF-16 that ends within a character is refused at its last line alone")
    void torn() {
        byte[] file = java.util.Arrays.copyOf(marked("FFFE", "id\tnote\n1\ta\n2\tb\n".getBytes(UTF_16LE)), 2 + 32 + 1);
        List<FileRow> rows = rows(file);

        assertThat(rows.get(0).cells()).containsExactly("1", "a");
        assertThat(rows.get(rows.size() - 1).fault()).isNotNull();
    }
}
