package io.amends.ingest.imports.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that have something wrong or odd in them: what is told of it, and that the rest goes on (A1). */
class OddFilesTest {
    private static final String HEAD = "responseId,csat,submittedAt,comment\n";
    private static final String TIME = "2026-11-26T13:05:33Z";

    private static ImportedFile file(String text) {
        return ImportedFile.of(text.getBytes(UTF_8), ImportPreset.NONE);
    }

    @Test
    @DisplayName(
            "A1: a refused row is told with the line at which an editor shows it, the header, what stands there and"
                    + " what is wanted")
    void places() {
        assertThat(file("responseId,CSAT,Submitted,Comment\r\n1,4," + TIME + ",\"a\nb\r\nc\"\r\n\r\n2,good,soon,x\r\n")
                        .told()
                        .get(1))
                .startsWith("line 6: ")
                .contains("/measures/csat: must be a number, true or false; values can say what other words stand for"
                        + " (column \"CSAT\" has \"good\")")
                .contains("/submittedAt: must be a time such as 2026-11-20T08:00:00Z")
                .contains("(column \"Submitted\" has \"soon\")");
        assertThat(file("Response ID,CSAT,Submitted\n,4," + TIME + "\n").told())
                .singleElement()
                .asString()
                .startsWith("line 2: /responseId: ")
                .endsWith("(column \"Response ID\", which is empty here)");
    }

    @Test
    @DisplayName("A1: of headers that are alike the later ones get numbers, also beside one that has such a number")
    void alike() {
        FileFormat format = FileFormatTest.format("Note,note, NOTE ,Note (2),,\u00A0\n".getBytes(UTF_8));

        assertThat(format.head().columns())
                .extracting(FileHead.HeadColumn::name)
                .containsExactly("Note", "note (3)", "NOTE (4)", "Note (2)", "", "");
    }

    @Test
    @DisplayName(
            "A1: a header with blanks of any kind, of any case and in either way to write an umlaut is the one that a"
                    + " preset means")
    void headers() {
        ImportedFile read = ImportedFile.of(
                ("responseId,submittedAt,\"Wie u\u0308blich,\n alles\u00A0 gut? \"\n1," + TIME + ",4\n")
                        .getBytes(UTF_8),
                ImportedFile.preset(Map.of("WIE ÜBLICH, alles gut?", "measures.csat")));

        assertThat(read.fields()).containsExactly("responseId", "submittedAt", "measures.csat");
    }

    @Test
    @DisplayName("A1: a header means the portal's measure however it writes its name")
    void measures() {
        assertThat(file("Measures.CSAT,measures.Nps,F.C.R.,measures.other\n").fields())
                .containsExactly("measures.csat", "measures.nps", "measures.fcr", "measures.other");
    }

    @Test
    @DisplayName("A1: a header of what cannot be stored or is too long is one that can")
    void unstorable() {
        FileFormat format = FileFormatTest.format(("a\0b," + "x".repeat(2000) + "\n").getBytes(UTF_8));
        Map<String, String> whole = ColumnMapping.of(
                        ImportedFile.PORTAL, format.head(), format.dialect(), ImportPreset.NONE)
                .whole()
                .columns();

        assertThat(whole.keySet()).containsExactly("a\uFFFDb", "x".repeat(500));
        assertThat(PresetRules.faults(ImportedFile.preset(whole))).isEmpty();
    }

    @Test
    @DisplayName(
            "A1: cells that a spreadsheet leaves off at the end of a row are empty; cells without a header are told")
    void cells() {
        List<String> told = file(HEAD + "1,4," + TIME + "\n2,4," + TIME + ",x,,,\n3,4," + TIME + ",Hello, you\n4,4\n")
                .told();

        assertThat(told.get(0)).startsWith("1 ");
        assertThat(told.get(1)).startsWith("2 ");
        assertThat(told.get(2))
                .isEqualTo("line 4: has more cells than the file has headers, 5 and 4: put quotation marks around cells"
                        + " with a delimiter or a line break in them");
        assertThat(told.get(3)).startsWith("line 5: ").contains("(column \"submittedAt\", which is empty here)");
    }

    @Test
    @DisplayName("A1: quotation marks without an end cost their own lines, whatever stands around them")
    void quotes() {
        List<String> told = file(HEAD + "1,4," + TIME + ",\"open\n2,4," + TIME + ",\"fine\"\n3,4," + TIME
                        + ",27\" wide\n" + "4,4," + TIME + ",\"27\" wide\"\n5,4," + TIME + ",\"last\n6,4," + TIME
                        + ",fine\n")
                .told();

        assertThat(told).hasSize(6);
        assertThat(told.get(0))
                .startsWith("line 2: ")
                .contains("quotation mark")
                .contains("this one twice");
        assertThat(told.get(1)).startsWith("2 ").endsWith(" fine");
        assertThat(told.get(2)).startsWith("3 ").endsWith(" 27\" wide");
        assertThat(told.get(3)).startsWith("line 5: something stands behind a closing quotation mark");
        assertThat(told.get(4)).startsWith("line 6: a quotation mark that opens in this line has no end");
        assertThat(told.get(5)).startsWith("6 ");
    }

    @ParameterizedTest
    @DisplayName("A1: numbers with a comma are read where the comma can be nothing else")
    @CsvSource(
            delimiterString = " | ",
            value = {
                "; | 4,5 | 4.5",
                "; | 4.5 | 4.5",
                "; | 1,125 | 1.125",
                ", | \"4,5\" | 4.5",
                ", | 4.5 | 4.5",
                ", | \"1,125\" | refused",
                "; | 1.234,5 | refused"
            })
    void numbers(String delimiter, String cell, String number) {
        String text = ("responseId,submittedAt,csat\n1," + TIME + ",").replace(",", delimiter) + cell + "\n";
        ImportedFile read = file(text);

        if (number.equals("refused")) {
            assertThat(read.told().get(0)).contains("must be a number");
        } else {
            assertThat(read.responses().get(0).at("/measures/csat").decimalValue())
                    .isEqualByComparingTo(number);
        }
    }

    @Test
    @DisplayName("A1: ids that a spreadsheet has shortened, so that several are one, are refused")
    void shortened() {
        assertThat(file("responseId;csat;submittedAt\n1,181E+11;4;" + TIME + "\n1e23;4;" + TIME + "\n")
                        .told())
                .satisfiesExactly(
                        row -> assertThat(row)
                                .startsWith("line 2: /responseId: was shortened by a spreadsheet")
                                .endsWith("(column \"responseId\" has \"1,181E+11\")"),
                        row -> assertThat(row).startsWith("1e23 "));
    }

    @Test
    @DisplayName(
            "A1, B4: a column that only the preset has is told, so that no wish not to be contacted is lost; of two"
                    + " columns for one field one is enough")
    void absentColumn() {
        byte[] bytes = ("responseId,csat,submittedAt,Contact?\n1,4," + TIME + ",NO\n").getBytes(UTF_8);

        assertThat(ImportedFile.of(bytes, ImportedFile.preset(Map.of("May we call?", "contactChoice")))
                        .problems())
                .containsExactly(
                        "/contactChoice: is filled by no column: the file has no column \"May we call?\", which"
                                + " the preset names; correct its name there, or take it out of the preset. The file's headers are"
                                + " \"responseId\", \"csat\", \"submittedAt\", \"Contact?\"");
        assertThat(ImportedFile.of(
                                bytes,
                                ImportedFile.preset(
                                        Map.of("May we call?", "contactChoice", "Contact?", "contactChoice")))
                        .problems())
                .isEmpty();
    }

    @Test
    @DisplayName("A1: a file that is no table of responses is refused with what it has and what to do")
    void none() {
        ImportPreset preset = ImportedFile.preset(Map.of("Nummer", "responseId"));
        assertThat(ImportedFile.of(("Nr,csat,submittedAt\n1,4," + TIME + "\n").getBytes(UTF_8), preset)
                        .problems())
                .containsExactly("/responseId: is filled by no column and has no default: the file has no column"
                        + " \"Nummer\", which the preset names; say in a preset which column it is. The file's headers are"
                        + " \"Nr\", \"csat\", \"submittedAt\"");
        assertThat(file("PK\u0003\u0004\u0014\0\u0006\0").problems())
                .singleElement()
                .asString()
                .contains("save it there as CSV UTF-8");
        assertThat(file("\nresponseId,\"csat,submittedAt\n1,4," + TIME + "\n").problems())
                .singleElement()
                .asString()
                .contains("the headers in line 2 cannot be read: a quotation mark");
        assertThat(file("\n\n").problems()).containsExactly(": the file has no headers");
    }

    @Test
    @DisplayName("A1: an id is no default, since all responses of a file would be one")
    void idByDefault() {
        ImportPreset preset =
                new ImportPreset(Map.of(), Map.of("responseId", TextNode.valueOf("r")), Map.of(), Map.of());

        assertThat(PresetRules.faults(preset)).extracting(Reason::pointer).containsExactly("/defaults/responseId");
    }

    @Test
    @DisplayName("A1: NUL, a very long cell, the mark of the end of a file, and words in apostrophes")
    void odd() {
        List<String> told = file(HEAD + "1,4," + TIME + ",'tis the dogs'\n2,4," + TIME + ",a\0b\n3,4," + TIME + ","
                        + "y".repeat(300_000) + "\n4,4," + TIME + ",the cats'\n\u001A")
                .told();

        assertThat(told).hasSize(4);
        assertThat(told.get(0)).endsWith(" 'tis the dogs'");
        assertThat(told.get(1)).endsWith(" a\uFFFDb");
        assertThat(told.get(2)).startsWith("line 4: ");
        assertThat(told.get(3)).endsWith(" the cats'");
    }
}
