package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.SourceVendor;
import io.amends.ingest.sources.core.VendorEvent.EventKind;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies as vendors vary them (A10): each kind of answer, what is left out, and what is written otherwise. */
class VendorVariantsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /**
     * A body and what becomes of it.
     *
     * @param becomes members of the canonical response that must be there as they are written here
     */
    record Variant(String name, SourceVendor vendor, String mapping, String body, String becomes) {
        @Override
        public String toString() {
            return vendor + ": " + name;
        }
    }

    private static JsonNode json(String singleQuoted) {
        try {
            return MAPPER.readTree(singleQuoted.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(singleQuoted, e);
        }
    }

    private static MappedResponse map(SourceVendor vendor, String mapping, String body) throws UnreadableBody {
        Vendor reads = Vendors.of(vendor);
        JsonNode one = reads.samples(body.replace('\'', '"').getBytes(UTF_8)).get(0);
        return BodyMapping.map(reads, "acme", BERLIN, VendorsTest.source(vendor, mapping), one);
    }

    private static Variant typeform(String name, String mapping, String answers, String becomes) {
        String body = "{'event_id':'e1','event_type':'form_response','form_response':{'form_id':'f','token':'t1',"
                + "'submitted_at':'2026-11-20T07:55:00Z','calculated':{'score':9},'hidden':{'ticket':'T-1'},"
                + "'variables':[{'key':'score','type':'number','number':4},{'key':'plan','type':'text','text':'gold'}],"
                + "'answers':[" + answers + "]}}";
        return new Variant(name, SourceVendor.TYPEFORM, mapping, body, becomes);
    }

    private static Variant surveyMonkey(String name, String mapping, String questions, String becomes) {
        String body = "{'id':'9','survey_id':'7','collector_id':'8','date_created':'2026-11-20T07:54:00+00:00',"
                + "'custom_variables':{'ticket':'T-1'},'pages':[{'id':'p','questions':[" + questions + "]}]}";
        return new Variant(name, SourceVendor.SURVEYMONKEY, mapping, body, becomes);
    }

    private static Variant qualtrics(String name, String mapping, String values, String labels, String becomes) {
        String body = "{'result':{'responseId':'R_1','values':{'recordedDate':'2026-11-20T07:55:01Z'," + values
                + "},'labels':{" + labels + "}}}";
        return new Variant(name, SourceVendor.QUALTRICS, mapping, body, becomes);
    }

    private static Variant delighted(String name, String mapping, String data, String becomes) {
        String body = "{'event_type':'survey_response.created','event_id':'e','event_data':{'id':'5','created_at':"
                + "1795161300,'updated_at':1795161300," + data + "}}";
        return new Variant(name, SourceVendor.DELIGHTED, mapping, body, becomes);
    }

    private static Variant formbricks(String name, String mapping, String data, String becomes) {
        String body = "{'webhookId':'w','event':'responseFinished','data':{'id':'r1','createdAt':"
                + "'2026-11-20T07:55:29.507Z','updatedAt':'2026-11-20T07:56:02.113Z'," + data + "}}";
        return new Variant(name, SourceVendor.FORMBRICKS, mapping, body, becomes);
    }

    private static Variant zendesk(String name, String body, String becomes) {
        return new Variant(name, SourceVendor.ZENDESK, "", body, becomes);
    }

    private static Stream<Variant> typeforms() {
        return Stream.of(
                typeform(
                        "a rating, by the field's ref or id",
                        "'measures':{'csat':{'answer':'how'},'ces':{'answer':'F2'}}",
                        "{'type':'number','number':4,'field':{'id':'F1','ref':'how','type':'rating'}},"
                                + "{'type':'number','number':6,'field':{'id':'F2','type':'opinion_scale'}}",
                        "{'measures':{'csat':4,'ces':6},'properties':{'plan':'gold','score':4,'ticket':'T-1','form':'f'}}"),
                typeform(
                        "a promoter score, yes or no, and legal",
                        "'contactChoice':{'answer':'call'},'measures':{'nps':{'answer':'nps'},'fcr':{'answer':'solved'}}",
                        "{'type':'number','number':0,'field':{'id':'F1','ref':'nps','type':'nps'}},"
                                + "{'type':'boolean','boolean':false,'field':{'id':'F2','ref':'solved','type':'yes_no'}},"
                                + "{'type':'boolean','boolean':true,'field':{'id':'F3','ref':'call','type':'legal'}}",
                        "{'measures':{'nps':0,'fcr':false},'contactChoice':'YES'}"),
                typeform(
                        "a choice is its label; its ref and id may be mapped and are no scores",
                        "'segment':{'answer':'tier','values':{'r-gold':'GOLD'}},'channel':{'answer':'how','values':"
                                + "{'Phone call':'phone'}},'measures':{'csat':{'answer':'label'}}",
                        "{'type':'choice','choice':{'id':'c','label':'Gold','ref':'r-gold'},'field':{'id':'1','ref':'tier'}},"
                                + "{'type':'choice','choice':{'label':'Phone call'},'field':{'id':'2','ref':'how'}},"
                                + "{'type':'choice','choice':{'id':'99','label':'5','ref':'17'},'field':{'id':'3','ref':'label'}}",
                        "{'segment':'GOLD','channel':'phone','measures':{'csat':5}}"),
                typeform(
                        "choices with what somebody wrote beside them",
                        "'factors':{'answer':'why'},'tags':{'answer':'tags'}",
                        "{'type':'choices','choices':{'labels':['Speed'],'other':'The queue'},'field':{'id':'1','ref':'why'}},"
                                + "{'type':'choices','choices':{'other':'loud'},'field':{'id':'2','ref':'tags'}}",
                        "{'factors':['Speed','The queue'],'tags':['loud']}"),
                typeform(
                        "texts, an email, a telephone number, a date",
                        "'customerEmail':{'answer':'mail'},'customerPhone':{'answer':'tel'},'comment':{'answer':'why'}",
                        "{'type':'email','email':'k@example.com','field':{'id':'1','ref':'mail'}},"
                                + "{'type':'phone_number','phone_number':'+495550100','field':{'id':'2','ref':'tel'}},"
                                + "{'type':'text','text':'Too slow','field':{'id':'3','ref':'why'}},"
                                + "{'type':'date','date':'2026-11-01','field':{'id':'4','ref':'when'}}",
                        "{'customer':{'email':'k@example.com','phone':'+495550100'},'comment':'Too slow',"
                                + "'properties':{'when':'2026-11-01','plan':'gold','score':4,'ticket':'T-1','form':'f'}}"),
                typeform(
                        "variables, calculated scores and answers by pointer",
                        "'segment':{'answer':'plan'},'measures':{'csat':{'answer':'score'},'sum':"
                                + "'/form_response/calculated/score','ces':'/form_response/answers/0/number'}",
                        "{'type':'number','number':2,'field':{'id':'F1','ref':'how','type':'rating'}}",
                        "{'segment':'gold','measures':{'csat':4,'sum':9,'ces':2},"
                                + "'properties':{'ticket':'T-1','form':'f'}}"));
    }

    private static Stream<Variant> surveyMonkeys() {
        return Stream.of(
                surveyMonkey(
                        "the words of a choice are a factor, and its weight a score",
                        "'factors':{'answer':'1'},'measures':{'csat':{'answer':'1'}}",
                        "{'id':'1','answers':[{'choice_id':'501','row_id':'61','choice_metadata':{'weight':'2'},"
                                + "'simple_text':'Bad'}]}",
                        "{'factors':['Bad'],'measures':{'csat':2}}"),
                surveyMonkey(
                        "a number that a customer chose counts before its weight",
                        "'measures':{'nps':{'answer':'1'}}",
                        "{'id':'1','answers':[{'choice_id':'501','row_id':'61','choice_metadata':{'weight':'-100'},"
                                + "'simple_text':'3'}]}",
                        "{'measures':{'nps':3}}"),
                surveyMonkey(
                        "a comment beside a choice",
                        "'comment':{'answer':'1/other'},'measures':{'csat':{'answer':'1'}}",
                        "{'id':'1','answers':[{'choice_id':'501','choice_metadata':{'weight':'4'},'simple_text':'Good'},"
                                + "{'other_id':'77','text':'But late'}]}",
                        "{'comment':'But late','measures':{'csat':4}}"),
                surveyMonkey(
                        "the rows of a matrix",
                        "'measures':{'csat':{'answer':'r1'},'ces':{'answer':'1/r2'}}",
                        "{'id':'1','answers':[{'row_id':'r1','choice_id':'5','choice_metadata':{'weight':'1'},"
                                + "'simple_text':'Bad'},{'row_id':'r2','choice_id':'6','choice_metadata':{'weight':'3'},"
                                + "'simple_text':'So so'}]}",
                        "{'measures':{'csat':1,'ces':3},'properties':{'ticket':'T-1','survey':'7','collector':'8'}}"),
                surveyMonkey(
                        "an unmapped matrix is a property a row",
                        "",
                        "{'id':'1','answers':[{'row_id':'r1','choice_id':'5','simple_text':'Bad'},"
                                + "{'row_id':'r2','choice_id':'6','simple_text':'Good'}]}",
                        "{'properties':{'1/r1':'Bad','1/r2':'Good','ticket':'T-1','survey':'7','collector':'8'}}"),
                surveyMonkey(
                        "several choices with another one, and without words",
                        "'factors':{'answer':'1'},'tags':{'answer':'2','values':{'5':'late','6':'rude'}}",
                        "{'id':'1','answers':[{'choice_id':'5','simple_text':'Speed'},{'choice_id':'6',"
                                + "'simple_text':'Tone'},{'other_id':'7','text':'Queue','simple_text':'Queue'}]},"
                                + "{'id':'2','answers':[{'choice_id':'5'},{'choice_id':'6'}]}",
                        "{'factors':['Speed','Tone','Queue'],'tags':['late','rude']}"),
                new Variant(
                        "a list of one, as it is fetched in bulk",
                        SourceVendor.SURVEYMONKEY,
                        "'measures':{'csat':{'answer':'1'}}",
                        "{'data':[{'id':'9','date_created':'2026-11-20T07:54:00+00:00','pages':[{'questions':[{'id':'1',"
                                + "'answers':[{'text':'5'}]}]}]}],'total':1}",
                        "{'responseId':'9','measures':{'csat':5},'submittedAt':'2026-11-20T07:54:00Z'}"));
    }

    private static Stream<Variant> qualtricses() {
        return Stream.of(
                qualtrics(
                        "a code is a score, its label a factor, and either may be mapped",
                        "'factors':{'answer':'QID4'},'contactChoice':{'answer':'QID3','values':{'1':'YES','2':'NO'}},"
                                + "'segment':{'answer':'tier'},'measures':{'csat':{'answer':'QID1'}}",
                        "'QID1':1,'QID3':1,'QID4':['1','3'],'tier':'gold'",
                        "'QID1':'Very bad','QID3':'Ja','QID4':['Speed','Tone']",
                        "{'factors':['Speed','Tone'],'contactChoice':'YES','segment':'gold','measures':{'csat':1}}"),
                qualtrics(
                        "a number that a customer chose counts before its code",
                        "'measures':{'nps':{'answer':'QID1'}}",
                        "'QID1':11",
                        "'QID1':'10'",
                        "{'measures':{'nps':10}}"),
                qualtrics(
                        "a number as text",
                        "'measures':{'csat':{'answer':'score'}}",
                        "'score':' 4 '",
                        "",
                        "{'measures':{'csat':4}}"));
    }

    private static Stream<Variant> delighteds() {
        return Stream.of(
                delighted(
                        "a promoter score without a comment, and tags",
                        "",
                        "'person':{'id':'59','email':'k@example.com','name':'Kim','phone_number':'+495550100'},"
                                + "'survey_type':'nps','score':0,'comment':null,'person_properties':null,'tags':['late'],"
                                + "'additional_answers':[]",
                        "{'measures':{'nps':0},'tags':['late'],'customer':{'id':'59','email':'k@example.com','name':'Kim',"
                                + "'phone':'+495550100'},'submittedAt':'2026-11-20T07:55:00Z'}"),
                delighted(
                        "thumbs stay two values",
                        "'measures':{'satisfied':'/event_data/score'}",
                        "'person':'59','survey_type':'thumbs','score':0,'person_properties':{'plan':'gold','Ticket ID':'T-1'}",
                        "{'measures':{'satisfied':0},'customer':{'id':'59'},'properties':{'plan':'gold','Ticket ID':'T-1'}}"),
                delighted(
                        "each kind of additional answer; the id of a choice is no score",
                        "'factors':{'answer':'many'},'comment':{'answer':'free'},'measures':{'csat':{'answer':'scale'},"
                                + "'ces':{'answer':'one'}}",
                        "'survey_type':'stars','score':3,'additional_answers':["
                                + "{'question':{'id':'free'},'value':{'free_response':'Late'}},"
                                + "{'question':{'id':'scale'},'value':{'scale':2}},"
                                + "{'question':{'id':'one'},'value':{'select_one':{'id':'17','text':'4'}}},"
                                + "{'question':{'id':'many'},'value':{'select_many':[{'id':'1','text':'Speed'}]}}]",
                        "{'measures':{'csat':2,'ces':4},'factors':['Speed'],'comment':'Late'}"));
    }

    private static Stream<Variant> formbrickses() {
        return Stream.of(
                formbricks(
                        "no contact, tags with names, and the language that has none",
                        "'measures':{'nps':{'answer':'q1'}}",
                        "'contact':null,'contactAttributes':null,'language':'default','tags':[{'id':'t','name':'vip'}],"
                                + "'variables':{},'data':{'q1':9}",
                        "{'measures':{'nps':9},'tags':['vip'],'submittedAt':'2026-11-20T07:55:29.507Z'}"),
                formbricks(
                        "a number as text, several choices, a matrix",
                        "'factors':{'answer':'q2'},'measures':{'csat':{'answer':'q1'},'ces':{'at':'/data/data/q3/Tone',"
                                + "'values':{'Good':4,'Bad':1}}}",
                        "'language':'de','data':{'q1':'2','q2':['Speed','Tone'],'q3':{'Tone':'Bad'}}",
                        "{'measures':{'csat':2,'ces':1},'factors':['Speed','Tone'],'language':'de'}"));
    }

    private static Stream<Variant> zendesks() {
        String survey =
                "{'id':'S1','responder_id':881,'subject_zrns':['zen:conversation:1','zen:ticket:99'],'subjects':["
                        + "{'type':'conversation','id':'c-1'},{'type':'ticket','id':'99'}],'answers':["
                        + "{'type':'open_ended','value':'Third call','question':{'id':'Q3','alias':'why'},"
                        + "'created_at':'2026-11-20T07:55:10.000Z','updated_at':'2026-11-20T07:58:00.000Z'},"
                        + "{'type':'rating_scale','rating':3,'question':{'id':'Q2','sub_type':'other'},"
                        + "'created_at':'2026-11-20T07:55:00.000Z','updated_at':'2026-11-20T07:55:00.000Z'},"
                        + "{'type':'rating_scale','rating':1,'rating_category':'bad','question':{'id':'Q1','sub_type':"
                        + "'customer_satisfaction'},'created_at':'2026-11-20T07:55:00.000Z','updated_at':"
                        + "'2026-11-20T07:56:00.000Z'},"
                        + "{'type':'closed_ended','selections':[{'type':'predefined','option_id':'o1'}],'question':{'id':'Q4'},"
                        + "'created_at':'2026-11-20T07:55:00.000Z','updated_at':'2026-11-20T07:55:00.000Z'},"
                        + "{'type':'skipped','question':{'id':'Q5'},'created_at':'2026-11-20T07:55:00.000Z','updated_at':"
                        + "'2026-11-20T07:55:00.000Z'}]}";
        String surveyed = "{'responseId':'S1','ticketId':'99','measures':{'csat':1},'comment':'Third call','customer':"
                + "{'id':'881'},'submittedAt':'2026-11-20T07:55:00Z','updatedAt':'2026-11-20T07:58:00Z','properties':"
                + "{'Q2':3,'Q4':'o1'}}";
        return Stream.of(
                zendesk(
                        "good with a comment",
                        "{'satisfaction_rating':{'id':62,'ticket_id':4711,'score':'good_with_comment','comment':'Thanks',"
                                + "'created_at':'2026-11-20T07:55:00Z','updated_at':'2026-11-20T07:55:00Z'}}",
                        "{'responseId':'62','ticketId':'4711','measures':{'satisfied':1},'comment':'Thanks'}"),
                zendesk(
                        "bad without a comment, bare",
                        "{'id':62,'ticket_id':4711,'score':'bad','comment':null,'created_at':'2026-11-20T07:55:00Z'}",
                        "{'responseId':'62','measures':{'satisfied':0}}"),
                zendesk(
                        "what a trigger writes: words, texts, times without seconds",
                        "{'satisfaction_rating':{'id':'4711-2026-11-20T07:55Z','ticket_id':'4711','score':"
                                + "'Bad, I\\u0027m unsatisfied','comment':'','created_at':'2026-11-20T07:55Z',"
                                + "'updated_at':'2026-11-20T08:55+01:00'}}",
                        "{'ticketId':'4711','measures':{'satisfied':0},'submittedAt':'2026-11-20T07:55:00Z',"
                                + "'updatedAt':'2026-11-20T07:55:00Z'}"),
                zendesk("a survey's answers in any order", "{'survey_response':" + survey + "}", surveyed),
                zendesk(
                        "a survey of a subscribed event",
                        "{'account_id':1,'id':'ev','subject':'zen:survey_response:S1','time':'2026-11-20T07:58:01Z','type':"
                                + "'zen:event-type:survey_response.updated','zendesk_event_version':'2022-11-06','event':{},"
                                + "'detail':" + survey + "}",
                        surveyed),
                zendesk(
                        "a ticket that is only named",
                        "{'survey_response':{'id':'S1','subject_zrns':['zen:ticket:99'],'answers':[{'type':'rating_scale',"
                                + "'rating':2,'created_at':'2026-11-20T07:55:00Z','updated_at':'2026-11-20T07:55:00Z'}]}}",
                        "{'ticketId':'99','measures':{'csat':2}}"));
    }

    private static Stream<Variant> others() {
        return Stream.of(
                new Variant(
                        "scores and times as texts, a score of zero, fields of its own",
                        SourceVendor.ASKNICELY,
                        "'ticketId':'/person/ticket_c'",
                        "{'count':'2','person':{'id':'1','name':'Kim','email':'k@example.com','created':'1774990112',"
                                + "'segment':'general','ticket_c':'T-1'},'question':{'id':'3','score':'0','comment':null,"
                                + "'sent':'1795160000','responded':'1795161300','segment':'general','theme':null,"
                                + "'ai_question_1':'Late'}}",
                        "{'responseId':'3','ticketId':'T-1','measures':{'nps':0},'submittedAt':'2026-11-20T07:55:00Z',"
                                + "'properties':{'segment':'general','ai_question_1':'Late'}}"),
                new Variant(
                        "a text with a zone of its own, lists, yes and no",
                        SourceVendor.JSON,
                        "'responseId':'/id','submittedAt':{'at':'/at','format':'dd.MM.yyyy HH:mm','zone':'Asia/Tokyo'},"
                                + "'measures':{'fcr':'/solved','satisfied':{'at':'/thumb','values':{'up':1,'down':0}}}",
                        "{'id':17,'at':'20.11.2026 16:55','solved':'TRUE','thumb':'down','labels':['a','b'],'deep':{'x':1}}",
                        "{'responseId':'17','submittedAt':'2026-11-20T07:55:00Z','measures':{'fcr':true,'satisfied':0},"
                                + "'properties':{'labels':'a, b'}}"));
    }

    static Stream<Variant> variants() {
        return Stream.of(
                        typeforms(), surveyMonkeys(), qualtricses(), delighteds(), formbrickses(), zendesks(), others())
                .flatMap(each -> each);
    }

    @DisplayName("A10: a body becomes what it says, however its vendor writes it")
    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void becomes(Variant variant) throws UnreadableBody {
        MappedResponse mapped = map(variant.vendor(), variant.mapping(), variant.body());

        assertThat(mapped.errors()).isEmpty();
        json(variant.becomes()).properties().forEach(member -> assertThat(
                        plain(mapped.json().path(member.getKey())))
                .as(member.getKey())
                .isEqualTo(member.getValue()));
    }

    /** The same with numbers as a text has them: 4.0 and 4 are one number here. */
    private static JsonNode plain(JsonNode value) {
        try {
            return MAPPER.readTree(value.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    @DisplayName("A10: the id of a choice is never a score, even where it has digits alone")
    void choiceIds() throws UnreadableBody {
        Variant ids = surveyMonkey(
                "ids", "'measures':{'csat':{'answer':'1'}}", "{'id':'1','answers':[{'choice_id':'5'}]}", "{}");

        MappedResponse mapped = map(ids.vendor(), ids.mapping(), ids.body());

        assertThat(mapped.errors()).extracting(Reason::pointer).containsExactly("/measures/csat");
        assertThat(mapped.json().path("measures").isEmpty()).isTrue();
    }

    @DisplayName("A10: what a webhook is about is told by its vendor's words")
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DELIGHTED    | RESPONSE | {\"event_type\":\"survey_response.created\",\"event_id\":\"e\"}",
                "DELIGHTED    | OTHER    | {\"event_type\":\"bounce.created\",\"event_id\":\"e\"}",
                "ZENDESK      | OTHER    | {\"satisfaction_rating\":{\"id\":1,\"score\":\"Offered\"}}",
                "ZENDESK      | OTHER    | {\"satisfaction_rating\":{\"id\":1,\"score\":\"\"}}",
                "ZENDESK      | OTHER    | {\"type\":\"zen:event-type:ticket.status_changed\",\"id\":\"e\",\"detail\":{\"id\":\"1\"}}",
                "ZENDESK      | RESPONSE | {\"id\":1,\"mood\":\"bad\"}",
                "FORMBRICKS   | RESPONSE | {\"event\":\"responseCreated\",\"data\":{\"id\":\"r\"}}",
                "FORMBRICKS   | RESPONSE | [{\"event\":\"responseUpdated\",\"data\":{\"id\":\"r\"}}]",
                "SURVEYMONKEY | NAMED    | {\"event_id\":\"1\",\"event_type\":\"response_completed\",\"object_id\":\"9\",\"resources\":{\"survey_id\":\"7\"}}",
                "SURVEYMONKEY | NAMED    | {\"event_id\":1,\"event_type\":\"response_updated\",\"object_id\":9,\"filter_type\":\"survey\",\"filter_id\":7,\"resources\":{}}",
                "SURVEYMONKEY | OTHER    | {\"event_id\":\"1\",\"event_type\":\"response_deleted\",\"object_id\":\"9\",\"resources\":{\"survey_id\":\"7\"}}",
                "SURVEYMONKEY | OTHER    | {\"event_id\":\"1\",\"event_type\":\"response_completed\",\"object_id\":\"9\",\"filter_type\":\"collector\",\"filter_id\":\"8\"}",
                "TYPEFORM     | RESPONSE | {\"event_id\":\"e\",\"event_type\":\"form_response\",\"form_response\":{\"token\":\"t\"}}",
                "QUALTRICS    | NAMED    | Topic=b.surveyengine.completedResponse.SV_1&HMAC=x&MSG=%7B%22SurveyID%22%3A%22SV_1%22%2C%22ResponseID%22%3A%22R_1%22%2C%22CompletedDate%22%3A%222026-11-20+00%3A55%3A40%22%7D",
                "QUALTRICS    | NAMED    | MSG=%7b%22SurveyID%22:%22SV_1%22,%22ResponseID%22:%22R_1%22%7d&undefined="
            })
    void kinds(SourceVendor vendor, EventKind kind, String body) throws UnreadableBody {
        assertThat(Vendors.of(vendor).events(body.getBytes(UTF_8), null))
                .extracting(VendorEvent::kind)
                .containsExactly(kind);
    }

    @DisplayName("A10, E2: an unsubscribe names its customer, with the person in a wrapper or without")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"person\":{\"id\":\"59\",\"email\":\"k@example.com\",\"name\":\"Kim\"}}",
                "{\"person_id\":\"59\",\"email\":\"k@example.com\",\"name\":\"Kim\",\"unsubscribed_at\":1795161300}"
            })
    void unsubscribes(String data) throws UnreadableBody {
        String body = "{\"event_type\":\"unsubscribe.created\",\"event_id\":\"e\",\"event_data\":" + data + "}";

        List<VendorEvent> events = Vendors.of(SourceVendor.DELIGHTED).events(body.getBytes(UTF_8), null);

        assertThat(events).extracting(VendorEvent::kind).containsExactly(EventKind.OPT_OUT);
        assertThat(map(SourceVendor.DELIGHTED, "", body).json().path("customer"))
                .isEqualTo(json("{'id':'59','name':'Kim','email':'k@example.com'}"));
    }

    @Test
    @DisplayName("A10, A3: a survey of Zendesk's whose comment alone was changed is another event with a later version")
    void changed() throws UnreadableBody {
        String first = zendesks().toList().get(3).body().replace('\'', '"');
        String second = first.replace("07:58:00", "07:59:00").replace("Third call", "Fourth call");
        Vendor vendor = Vendors.of(SourceVendor.ZENDESK);

        assertThat(vendor.events(second.getBytes(UTF_8), null).get(0).id())
                .isNotEqualTo(vendor.events(first.getBytes(UTF_8), null).get(0).id());
        assertThat(map(SourceVendor.ZENDESK, "", second)
                        .json()
                        .path("updatedAt")
                        .asText())
                .isEqualTo("2026-11-20T07:59:00Z");
    }

    @Test
    @DisplayName("A10: a second answer of a kind that the preset takes once is kept as a property")
    void kept() throws UnreadableBody {
        String body = "{'survey_response':{'id':'S','answers':[{'id':'1','type':'open_ended','value':'a'},"
                + "{'id':'2','type':'open_ended','value':'b'}]}}";

        JsonNode json = map(SourceVendor.ZENDESK, "", body).json();

        assertThat(json.path("comment").asText()).isEqualTo("a");
        assertThat(json.at("/properties/2").asText()).isEqualTo("b");
    }

    @ParameterizedTest(name = "{0} {2}")
    @DisplayName("A10: a score that no measure takes is kept as a property, and that is told")
    @CsvSource(
            delimiter = '|',
            value = {
                "DELIGHTED | ''                             |"
                        + " {'event_id':'e','event_type':'survey_response.created','event_data':{'id':'1','survey_type':'five_star','score':1}} | 1",
                "DELIGHTED | 'measures':{'csat':'/nowhere'} |"
                        + " {'event_id':'e','event_type':'survey_response.created','event_data':{'id':'1','survey_type':'csat','score':2}}      | 2",
                "ZENDESK   | 'measures':{'csat':'/nowhere'} | {'satisfaction_rating':{'id':1,'score':'bad'}}                | bad"
            },
            quoteCharacter = '#')
    void unmeasured(SourceVendor vendor, String mapping, String body, String score) throws UnreadableBody {
        MappedResponse mapped = map(vendor, mapping.equals("''") ? "" : mapping, body);

        assertThat(mapped.json().at("/properties/score").asText()).isEqualTo(score);
        assertThat(mapped.warnings()).extracting(Reason::pointer).contains("/properties/score");
    }
}
