package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Source;
import io.amends.contracts.directory.SourceVendor;
import io.amends.ingest.response.SourceVersion;
import io.amends.ingest.sources.core.VendorEvent.EventKind;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.Submission;
import io.amends.ingest.submission.SubmissionReader;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each vendor's sample becomes (A10). */
class VendorsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A source of a vendor with a mapping in single quotes. */
    static Source source(SourceVendor vendor, String mapping) {
        String json = "{'name':'S','vendor':'" + vendor
                + "','defaults':{'supportGroup':'G1','channel':'web'},'mapping':{" + mapping + "}}";
        try {
            EntryRules.Checked checked =
                    EntryRules.check(EntryType.SOURCE, Json.MAPPER.readTree(json.replace('\'', '"')));
            assertThat(checked).isInstanceOf(EntryRules.Checked.Ok.class);
            return (Source) checked.readable().orElseThrow();
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static MappedResponse map(SourceVendor vendor, String mapping, byte[] sample) throws UnreadableBody {
        Vendor reads = Vendors.of(vendor);
        return BodyMapping.map(
                reads,
                "acme",
                BERLIN,
                source(vendor, mapping),
                reads.samples(sample).get(0));
    }

    private static final String FORMBRICKS =
            "'ticketId':'/data/variables/ticket','comment':{'answer':'why'},'factors':{'answer':'topics'},"
                    + "'contactChoice':{'answer':'call','values':{'Yes, please':'YES','No':'NO'}},"
                    + "'measures':{'csat':{'answer':'rating'}}";
    private static final String DELIGHTED = "'ticketId':'/event_data/person_properties/ticket',"
            + "'factors':{'answer':'topics'},'contactChoice':{'answer':'contact','values':{'Yes':'YES'}}";
    private static final String TYPEFORM =
            "'ticketId':'/form_response/hidden/ticket','comment':{'answer':'SMEUb7VJz92Q'},'channel':{'answer':'how','values':{'phone':'phone'}},"
                    + "'factors':{'answer':'topics'},'contactChoice':{'answer':'contact'},"
                    + "'measures':{'csat':{'answer':'rating'}}";
    private static final String SURVEYMONKEY =
            "'ticketId':'/custom_variables/ticket','comment':{'answer':'q2'},'factors':{'answer':'q4'},"
                    + "'contactChoice':{'answer':'q3','values':{'yes':'YES'}},'measures':{'csat':{'answer':'v1'}}";
    private static final String QUALTRICS = "'ticketId':'/result/values/ticket','comment':{'answer':'QID2_TEXT'},"
            + "'contactChoice':{'answer':'QID3','values':{'Yes':'YES'}},'measures':{'csat':{'answer':'QID1'}}";
    private static final String JSON = "'responseId':'/id','ticketId':'/ticket','comment':'/said',"
            + "'contactChoice':{'at':'/call','values':{'ja':'YES'}},"
            + "'submittedAt':{'at':'/when','format':'EPOCH_MILLIS'},'measures':{'csat':'/score'}";

    @DisplayName("A10: the sample of a vendor becomes a response by its preset and a mapping of what is the admin's")
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "FORMBRICKS, formbricks.json, cm9resp0001, csat, 2026-11-20T07:55:29.507Z",
        "DELIGHTED, delighted.json, 5435, nps, 2026-11-20T07:55:00Z",
        "TYPEFORM, typeform.json, a3a12ec67a1365927098a606107fac15, csat, 2026-11-20T07:55:00Z",
        "SURVEYMONKEY, surveymonkey-fetched.json, 9001, csat, 2026-11-20T07:54:00Z",
        "QUALTRICS, qualtrics-fetched.json, R_suq806jn8LGzhx7, csat, 2026-11-20T07:55:01.123Z",
        "ZENDESK, zendesk.json, 62, satisfied, 2026-11-20T07:55:00Z",
        "ZENDESK, zendesk-survey.json, 01HSURVEY0001, csat, 2026-11-20T07:55:00Z",
        "ASKNICELY, asknicely.json, 345094, nps, 2026-11-20T07:55:00Z",
        "JSON, json.json, r-1001, csat, 2026-11-20T07:55:00Z"
    })
    void samples(SourceVendor vendor, String file, String id, String measure, String at)
            throws UnreadableBody, Malformed {
        String mapping =
                switch (vendor) {
                    case FORMBRICKS -> FORMBRICKS;
                    case DELIGHTED -> DELIGHTED;
                    case TYPEFORM -> TYPEFORM;
                    case SURVEYMONKEY -> SURVEYMONKEY;
                    case QUALTRICS -> QUALTRICS;
                    case ZENDESK -> "";
                    case ASKNICELY -> "'ticketId':'/person/ticket_c'";
                    case JSON -> JSON;
                };

        MappedResponse mapped = map(vendor, mapping, SignedWebhooks.file(file));

        assertThat(mapped.errors()).isEmpty();
        var response =
                new SubmissionReader().read(Json.write(mapped.json()), "acme").response();
        assertThat(response.responseId()).isEqualTo(id);
        assertThat(response.ticketId()).endsWith("4711");
        assertThat(response.comment()).isEqualTo("Third time I had to call.");
        assertThat(response.supportGroup()).isEqualTo("G1");
        assertThat(response.submittedAt()).hasToString(at);
        assertThat(response.measures()).containsOnlyKeys(measure);
        assertThat(response.score(measure).intValue()).isIn(0, 1, 3);
        if (List.of(SourceVendor.ZENDESK, SourceVendor.ASKNICELY).contains(vendor)) {
            return;
        }
        assertThat(response.contactChoice()).hasToString("YES");
        if (vendor != SourceVendor.JSON && vendor != SourceVendor.QUALTRICS) {
            assertThat(response.factors()).containsExactly("Speed", "Tone");
        }
    }

    @Test
    @DisplayName("A10: what the mapping does not name is kept as a property, and said; where somebody was is not")
    void unnamed() throws UnreadableBody {
        MappedResponse typeform = map(SourceVendor.TYPEFORM, "", SignedWebhooks.sample(SourceVendor.TYPEFORM));
        assertThat(typeform.json().at("/properties/plan").asText()).isEqualTo("gold");
        assertThat(typeform.json().at("/properties/topics").asText()).isEqualTo("Speed, Tone");
        assertThat(typeform.json().at("/properties/form").asText()).isEqualTo("lT4Z3j");
        assertThat(typeform.warnings()).extracting(Reason::pointer).contains("/properties/plan");
        MappedResponse qualtrics = map(SourceVendor.QUALTRICS, "", SignedWebhooks.file("qualtrics-fetched.json"));
        assertThat(qualtrics.json().path("properties").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("ticket", "QID1", "QID2_TEXT", "QID3");
    }

    @Test
    @DisplayName("A10: a value that the map does not name is an error that names it; a pointer to nothing is a warning")
    void faults() throws UnreadableBody {
        MappedResponse mapped = map(
                SourceVendor.JSON,
                "'responseId':'/id','contactChoice':{'at':'/call','values':{'nein':'NO'}},'comment':'/none',"
                        + "'segment':{'at':'/none','default':'S1'},'measures':{'csat':'/said'}",
                SignedWebhooks.sample(SourceVendor.JSON));

        assertThat(mapped.errors())
                .extracting(Reason::pointer)
                .containsExactlyInAnyOrder("/contactChoice", "/measures/csat");
        assertThat(mapped.errors().toString()).contains("'ja'");
        assertThat(mapped.warnings())
                .extracting(Reason::pointer)
                .contains("/comment")
                .doesNotContain("/segment");
        assertThat(mapped.json().path("segment").asText()).isEqualTo("S1");
    }

    @Test
    @DisplayName("A10: a time without a zone is the selector's, or the portal's; good and bad stay two values")
    void times() throws UnreadableBody {
        byte[] sample = "{\"at\":\"2026-11-20 08:55:00\",\"s\":\"bad\"}".getBytes(UTF_8);
        String pattern = "'submittedAt':{'at':'/at','format':'yyyy-MM-dd HH:mm:ss'%s},"
                + "'measures':{'satisfied':{'at':'/s','values':{'good':1,'bad':0}}}";

        assertThat(map(SourceVendor.JSON, pattern.formatted(""), sample)
                        .json()
                        .path("submittedAt")
                        .asText())
                .isEqualTo("2026-11-20T07:55:00Z");
        MappedResponse tokyo = map(SourceVendor.JSON, pattern.formatted(",'zone':'Asia/Tokyo'"), sample);
        assertThat(tokyo.json().path("submittedAt").asText()).isEqualTo("2026-11-19T23:55:00Z");
        assertThat(tokyo.json().at("/measures/satisfied").asInt()).isZero();
    }

    @Test
    @DisplayName("A10: measures of a mapping are instead of the preset's: one score does not count for two")
    void measures() throws UnreadableBody {
        MappedResponse mapped = map(
                SourceVendor.ASKNICELY,
                "'measures':{'csat':'/question/score'}",
                SignedWebhooks.sample(SourceVendor.ASKNICELY));

        assertThat(mapped.json().path("measures").size()).isEqualTo(1);
        assertThat(mapped.json().at("/measures/csat").asInt()).isEqualTo(3);
    }

    @DisplayName("A10: a thin vendor names the response, and its path is of plain ids")
    @ParameterizedTest
    @EnumSource(names = {"SURVEYMONKEY", "QUALTRICS"})
    void thin(SourceVendor vendor) throws UnreadableBody {
        Vendor reads = Vendors.of(vendor);
        byte[] body = SignedWebhooks.of(vendor, "s", SignedWebhooks.sample(vendor), java.time.Instant.EPOCH)
                .body();

        VendorEvent event = reads.events(body, null).get(0);

        assertThat(event.kind()).isEqualTo(EventKind.NAMED);
        Optional<String> path = reads.fetching().orElseThrow().path().apply(event.body());
        assertThat(path).get().asString().startsWith("/").contains("/responses/");
        ObjectNode hostile = ((ObjectNode) event.body()).deepCopy();
        hostile.put("ResponseID", "../../users").put("object_id", "../../users");
        assertThat(reads.fetching().orElseThrow().path().apply(hostile)).isEmpty();
    }

    @Test
    @DisplayName("A10: events that are no response are told apart; an unsubscribe is an opt-out")
    void kinds() throws UnreadableBody {
        assertThat(kind(SourceVendor.DELIGHTED, "{'event_type':'unsubscribe.created','event_id':'e','event_data':{}}"))
                .isEqualTo(EventKind.OPT_OUT);
        assertThat(kind(SourceVendor.DELIGHTED, "{'event_type':'x','event_id':'e'}"))
                .isEqualTo(EventKind.OTHER);
        assertThat(kind(SourceVendor.ZENDESK, "{'satisfaction_rating':{'id':1,'score':'offered'}}"))
                .isEqualTo(EventKind.OTHER);
        assertThat(kind(SourceVendor.TYPEFORM, "{'event_id':'e','event_type':'form_response_partial'}"))
                .isEqualTo(EventKind.OTHER);
        assertThat(kind(SourceVendor.SURVEYMONKEY, "{'event_id':'e','event_type':'survey_updated'}"))
                .isEqualTo(EventKind.OTHER);
        assertThat(kind(SourceVendor.FORMBRICKS, "{'event':'other','data':{'id':'x'}}"))
                .isEqualTo(EventKind.OTHER);
    }

    private static EventKind kind(SourceVendor vendor, String body) throws UnreadableBody {
        return Vendors.of(vendor)
                .events(body.replace('\'', '"').getBytes(UTF_8), null)
                .get(0)
                .kind();
    }

    @Test
    @DisplayName("A10, A3: a newer version is another event; the same one again is the same")
    void ids() throws UnreadableBody {
        byte[] first = SignedWebhooks.sample(SourceVendor.ASKNICELY);
        byte[] second =
                new String(first, UTF_8).replace("\"count\": 1", "\"count\": 2").getBytes(UTF_8);
        Vendor vendor = Vendors.of(SourceVendor.ASKNICELY);

        assertThat(vendor.events(first, null).get(0).id())
                .isEqualTo(vendor.events(first, null).get(0).id());
        assertThat(vendor.events(second, null).get(0).id())
                .isNotEqualTo(vendor.events(first, null).get(0).id());
    }

    @Test
    @DisplayName("A10, A3: of AskNicely's versions the one with the higher count is newer, whichever comes first")
    void counted() throws UnreadableBody, Malformed {
        String sample = new String(SignedWebhooks.sample(SourceVendor.ASKNICELY), UTF_8);
        Instant early = Instant.parse("2026-11-20T08:00:00Z");
        List<SourceVersion> versions = new ArrayList<>();
        for (int count : List.of(1, 2, 3, 11)) {
            byte[] body = sample.replace("\"count\": 1", "\"count\": " + count)
                    .replace("Third time", "Edit " + count)
                    .getBytes(UTF_8);
            Submission read = new SubmissionReader()
                    .read(Json.write(map(SourceVendor.ASKNICELY, "", body).json()), "acme");
            // The first comes last.
            versions.add(SourceVersion.accepted(read.response(), read.bodyHash(), early.minusSeconds(count)));
        }

        assertThat(versions).isSorted();
        assertThat(versions.get(0).updatedAt()).isEqualTo(versions.get(0).body().submittedAt());
    }

    @Test
    @DisplayName("A10: Formbricks asks whether somebody listens before there is a secret")
    void listening() {
        Vendor formbricks = Vendors.of(SourceVendor.FORMBRICKS);
        byte[] test = "{\"event\":\"testEvent\"}".getBytes(UTF_8);
        byte[] other = "{\"event\":\"testEvent\",\"data\":{\"id\":\"x\"}}".getBytes(UTF_8);

        assertThat(formbricks.asksWhetherSomebodyListens(new Webhook(java.util.Map.of(), test)))
                .isTrue();
        assertThat(formbricks.asksWhetherSomebodyListens(new Webhook(java.util.Map.of(), other)))
                .isFalse();
    }

    @DisplayName("A10: what is no body of the vendor's is refused with a phrase")
    @ParameterizedTest
    @EnumSource
    void unreadable(SourceVendor vendor) {
        for (String body : List.of("", "[]", "null", "{", "MSG=%", "MSG=7", "[1]", "\u0000")) {
            assertThatThrownBy(() -> Vendors.of(vendor).events(body.getBytes(UTF_8), null))
                    .isInstanceOfSatisfying(
                            UnreadableBody.class, e -> assertThat(e.why()).isNotBlank());
        }
    }

    @Test
    @DisplayName("A10: the presets hold to the rules of a mapping")
    void presets() throws UnreadableBody {
        for (SourceVendor vendor : SourceVendor.values()) {
            for (String body : List.of("{}", "{\"satisfaction_rating\":{}}", "{\"survey_response\":{}}")) {
                JsonNode tree = Bodies.json(body.getBytes(UTF_8));
                ObjectNode entry =
                        Json.MAPPER.createObjectNode().put("name", "S").put("vendor", vendor.name());
                entry.set("mapping", Vendors.of(vendor).preset(tree).json());
                assertThat(EntryRules.check(EntryType.SOURCE, entry))
                        .isInstanceOfSatisfying(EntryRules.Checked.Ok.class, ok -> assertThat(ok.warnings())
                                .as("all is filled, but of JSON, which has no preset")
                                .hasSize(vendor == SourceVendor.JSON ? 3 : 0));
            }
        }
    }
}
