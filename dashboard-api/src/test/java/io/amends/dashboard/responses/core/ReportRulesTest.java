package io.amends.dashboard.responses.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.SurveyResponse;
import io.amends.dashboard.testing.Sample;
import io.amends.dashboard.testing.SrnModel;
import io.amends.kit.csv.CsvCell;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRulesTest {
    private static final BigDecimal THRESHOLD = BigDecimal.valueOf(2);

    /** Overall, notes, spoken: and the filters of seed 001 that list such a response. */
    @ParameterizedTest(name = "F1: overall {0}, {1} notes, spoken {2} is listed by {3}")
    @CsvSource({
        "1, 0, false, yrxn",
        "2, 0, false, yrxn",
        "2.0, 1, false, yrwvn",
        "1, 2, true, yrwsn",
        "3, 0, false, yn",
        "3, 1, false, ywvn",
        "5, 1, true, ywsn",
        ", 0, false, yn",
        ", 1, true, ywsn"
    })
    void srn(BigDecimal overall, int notes, boolean spoke, String listed) {
        for (Srn srn : Srn.values()) {
            assertThat(SrnModel.lists(srn, overall, THRESHOLD, notes, spoke))
                    .as("srn=" + srn.letter())
                    .isEqualTo(listed.contains(srn.letter()));
        }
    }

    @Test
    @DisplayName("F1: without srn it is n, which alone hides notes; other letters are none")
    void letters() {
        assertThat(Srn.of(null)).contains(Srn.N);
        assertThat(Srn.of("")).contains(Srn.N);
        assertThat(Srn.of("S")).contains(Srn.S);
        assertThat(Srn.of("q")).isEmpty();
        assertThat(Srn.of("yr")).isEmpty();
        assertThat(Arrays.stream(Srn.values()).filter(s -> !s.showsNotes())).containsExactly(Srn.N);
    }

    @Test
    @DisplayName("F1: every fault of a query is told, each at its place")
    void faults() {
        var reading = ReportQuery.read(
                new ReportQuery.Input("z", "maybe", "2026-13-01", "tomorrow", null, "x".repeat(201), "size"));
        assertThat(((ReportQuery.Reading.Wrong) reading).reasons())
                .extracting("pointer")
                .containsExactlyInAnyOrder("/srn", "/waiting", "/from", "/to", "/q", "/sort");
        var reversed =
                ReportQuery.read(new ReportQuery.Input("r", "yes", "2026-02-02", "2026-02-01", "NET", "Kim", null));
        assertThat(((ReportQuery.Reading.Wrong) reversed).reasons())
                .containsExactly(new Reason("/to", "to is before from"));
        assertThat(reversed.query())
                .isEqualTo(new ReportQuery(Srn.R, true, null, null, "NET", "Kim", Sort.NEWEST_FIRST));
    }

    @Test
    @DisplayName("F1: a view's address leads to the same view, and says only what is unusual")
    void addresses() {
        ReportQuery query = new ReportQuery(
                Srn.X,
                true,
                LocalDate.of(2026, 1, 2),
                null,
                "A.B-1",
                "Müller & Söhne",
                new Sort(Sort.Column.OVERALL, false));
        assertThat(new ReportAddress("/p", query).page(2))
                .isEqualTo(
                        "/p?srn=x&waiting=yes&from=2026-01-02&rgid=A.B-1&q=M%C3%BCller+%26+S%C3%B6hne&sort=overall&page=2");
        ReportQuery usual = new ReportQuery(Srn.N, false, null, null, null, null, Sort.NEWEST_FIRST);
        assertThat(new ReportAddress("/p", usual).first()).isEqualTo("/p");
    }

    @Test
    @DisplayName("F1: a click on a head sorts by it, a second click the other way round")
    void heads() {
        assertThat(Sort.NEWEST_FIRST.onHead(Sort.Column.OVERALL).written()).isEqualTo("overall");
        assertThat(Sort.NEWEST_FIRST.onHead(Sort.Column.RECEIVED).written()).isEqualTo("received");
        assertThat(Sort.of("-overall").orElseThrow().onHead(Sort.Column.RECEIVED))
                .isEqualTo(Sort.NEWEST_FIRST);
    }

    @ParameterizedTest(name = "H6: {0} is no formula in a spreadsheet")
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "  =1",
                "\t=1",
                "\r\n=1",
                "＝1",
                "|cmd",
                "%0",
                "\u0000=1",
                "\u00a0=1",
                "\u200b=1",
                "\uFEFF=1",
                "\u2060@SUM(A1)",
                "\"=1",
                "\uFE66" + "1"
            })
    void formulas(String hostile) {
        assertThat(CsvCell.of(hostile).replaceAll("^\"", "")).startsWith("'");
    }

    @ParameterizedTest(name = "H6: {0} holds no formula where a spreadsheet divides lines at other signs")
    @CsvSource(
            delimiterString = " -> ",
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '~',
            value = {
                "x;=cmd|' /C calc'!A0 -> x;'=cmd|' /C calc'!A0",
                "x; \"=1+1 -> x; \"'=1+1",
                "x;;@SUM(A1) -> x;;'@SUM(A1)",
                "x;\u200b\uFEFF\uFF1D1 -> x;\u200b\uFEFF'\uFF1D1",
                "a,-1 -> a,'-1",
                "a;'=1 -> a;'=1",
                "=1;+2 -> '=1;'+2",
                "5 = 5; a-b, c@d.example -> 5 = 5; a-b, c@d.example"
            })
    void formulasWithin(String hostile, String harmless) {
        assertThat(CsvCell.of(hostile)).isEqualTo('"' + harmless.replace("\"", "\"\"") + '"');
    }

    @ParameterizedTest(name = "H6: a formula behind line end or tab no. {0} is none")
    @ValueSource(strings = {"\n", "\r\n", "\r", "\t", "\n \n\t", "\u2028"})
    void formulasOnFurtherLines(String between) {
        assertThat(CsvCell.of("a" + between + "=1").replace("\"", "")).isEqualTo("a" + between + "'=1");
    }

    @Test
    @DisplayName("F1: a number in a cell is a number, negative, long or none at all")
    void numbers() {
        assertThat(CsvCell.line(Arrays.asList(
                        new BigDecimal("-5"), new BigDecimal("1E+1"), new BigDecimal("-0.25"), -3L, null)))
                .isEqualTo("-5,10,-0.25,-3,\r\n");
    }

    @Test
    @DisplayName("H6: cells are quoted where they must be, and stay readable where not")
    void cells() {
        assertThat(CsvCell.line(Arrays.asList("plain", null, "a,b", "say \"hi\"", "two\nlines", -3)))
                .isEqualTo("plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",-3\r\n");
    }

    @Test
    @DisplayName("F1: search finds every word literally, whatever SQL would make of it")
    void patterns() {
        assertThat(SearchText.patterns(" 100%  A_b\\ ")).containsExactly("%100\\%%", "%a\\_b\\\\%");
        assertThat(SearchText.patterns(null)).isEmpty();
    }

    @ParameterizedTest(name = "F1: {0} and {1} find each other")
    @CsvSource({
        "Kröger, KROGER",
        "Straße, strasse",
        "Łódź, lodz",
        "Ægir Bjørn, aegir bjorn",
        "Đặng Văn, dang van",
        "İpek ışık, ipek isik",
        "Þór, thor",
        "ΟΔΥΣΣΕΎΣ, οδυσσευς",
        "ｆｕｌｌ, full",
        "O’Brien, O'Brien",
        "שָׁלוֹם, שלום",
        "이름, 이름",
        "がく, か\u3099く"
    })
    void accents(String one, String other) {
        String unescaped = other.replace("\\u3099", "\u3099");
        assertThat(SearchText.patterns(one)).isEqualTo(SearchText.patterns(unescaped));
        SurveyResponse said = Sample.of("acme", "r1").customer("x" + one + "x").response();
        assertThat(SearchText.of(said))
                .contains(SearchText.patterns("x" + unescaped + "x").stream()
                        .map(p -> p.replace("%", ""))
                        .toList());
    }

    @Test
    @DisplayName("F1: what another script writes as another letter is another letter")
    void otherLetters() {
        assertThat(SearchText.patterns("が")).isNotEqualTo(SearchText.patterns("か"));
        assertThat(SearchText.patterns("हिन्दी")).isNotEqualTo(SearchText.patterns("हनद"));
    }

    @ParameterizedTest(name = "F1, D1: kind {0}, contact {1}, case {2}, spoken {3} is {4}")
    @CsvSource({
        "RECOVERY,    REQUIRED,  OPEN,    false, WAITING",
        "RECOVERY,    REQUIRED,  WAITING, false, WAITING",
        "OPPORTUNITY, ALLOWED,   OPEN,    false, WAITING",
        "RECOVERY,    REQUIRED,  OPEN,    true,  SPOKEN_TO",
        "RECOVERY,    REQUIRED,  CLOSED,  false, CLOSED",
        "RECOVERY,    REQUIRED,  CLOSED,  true,  CLOSED",
        "RECOVERY,    REQUIRED,  ,        false, NO_CASE",
        "RECOVERY,    FORBIDDEN, OPEN,    false, FORBIDDEN",
        "NONE,        ALLOWED,   OPEN,    false, NOT_NEEDED",
        "NONE,        ALLOWED,   ,        false, NOT_NEEDED",
        "RECOVERY,    FORBIDDEN, CLOSED,  true,  FORBIDDEN",
        ",            ,          ,        false, NOT_NEEDED"
    })
    void standing(Kind kind, Contact contact, CaseState state, boolean spoken, CustomerStanding standing) {
        assertThat(CustomerStanding.of(kind, contact, state, spoken)).isEqualTo(standing);
    }

    @Test
    @DisplayName("F1: all of a response is found, however long its factors and its comment are")
    void everythingIsFound() {
        SurveyResponse said = Sample.of("acme", "r1")
                .said("en", "Example GmbH", Collections.nCopies(300, "factor ".repeat(20) + "LastFactor"))
                .comment("word ".repeat(3_998) + "lastword")
                .response();
        assertThat(SearchText.of(said)).hasSizeGreaterThan(60_000).contains("lastfactor", "lastword", "example gmbh");
    }

    @Test
    @DisplayName("F1: who waits is waiting for a call or an email only where all of them said so")
    void wishes() {
        assertThat(WaitingCustomers.Wish.of(3, 3, 0)).isEqualTo(WaitingCustomers.Wish.CALL);
        assertThat(WaitingCustomers.Wish.of(3, 0, 3)).isEqualTo(WaitingCustomers.Wish.EMAIL);
        assertThat(WaitingCustomers.Wish.of(3, 2, 1)).isEqualTo(WaitingCustomers.Wish.ANY);
        assertThat(WaitingCustomers.Wish.of(3, 2, 0)).isEqualTo(WaitingCustomers.Wish.ANY);
    }

    @Test
    @DisplayName("pages: who waits is counted in the portal's days")
    void waiting() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Instant now = Instant.parse("2026-03-03T15:30:00Z"); // the 4th in Tokyo
        Instant oldest = Instant.parse("2026-03-03T14:00:00Z"); // the 3rd
        assertThat(WaitingCustomers.of(3, 1, oldest, WaitingCustomers.Wish.ANY, tokyo, now)
                        .sinceYesterday())
                .isTrue();
        assertThat(WaitingCustomers.of(3, 1, oldest.minusSeconds(86_400), WaitingCustomers.Wish.ANY, tokyo, now)
                        .sinceYesterday())
                .isFalse();
        assertThat(Stream.of(WaitingCustomers.of(0, 0, null, WaitingCustomers.Wish.ANY, tokyo, now)
                        .since()))
                .containsOnlyNulls();
    }

    @Test
    @DisplayName(
            "F1: in JSON the fields of an item stand side by side, in their order; notes only where they are shown")
    void json() {
        ReportItem item = ReportItem.of(
                Sample.of("acme", "r1").decided(), new ReportItem.Progress("case-r1", CaseState.OPEN, false));
        List<String> fields = List.of(
                "responseId",
                "ticketId",
                "supportGroup",
                "caseId",
                "caseState",
                "spoken",
                "receivedAt",
                "overall",
                "measures",
                "factors",
                "comment",
                "contactChoice",
                "kind",
                "contact",
                "priority",
                "why",
                "customer",
                "agent",
                "segment",
                "brand",
                "channel",
                "language",
                "tags");
        JsonNode json = Json.MAPPER.valueToTree(item);
        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(fields);
        assertThat(json.path("caseState").textValue()).isEqualTo("OPEN");
        assertThat(json.path("brand").isNull()).isTrue();
        assertThat(Json.MAPPER.<JsonNode>valueToTree(item.withNotes(List.of())).fieldNames())
                .toIterable()
                .hasSize(fields.size() + 1)
                .endsWith("notes");
    }
}
