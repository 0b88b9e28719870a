package io.amends.dashboard;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.signedIn;
import static io.amends.dashboard.testing.Api.total;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.AuditAction;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.NoteView;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.api.ImportState;
import io.amends.contracts.api.ReassignProposal;
import io.amends.contracts.api.ResendRefusal;
import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.HolidayCodes;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.SourceVendor;
import io.amends.contracts.mapping.TargetField;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.preferences.core.EntryCells;
import io.amends.dashboard.preferences.shared.Proposals;
import io.amends.dashboard.studio.shared.Option;
import io.amends.dashboard.testing.AuditSample;
import io.amends.dashboard.testing.DeliveryAnswers;
import io.amends.dashboard.testing.ImportAnswers;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.ProposalAnswers;
import io.amends.dashboard.testing.PseudoLanguage;
import io.amends.dashboard.testing.PseudoPages;
import io.amends.dashboard.testing.QuarantineAnswers;
import io.amends.dashboard.testing.ReassignAnswers;
import io.amends.dashboard.testing.RequestAnswers;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.time.HolidayNames;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.qute.Engine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on a page comes from a message bundle, or is data: so pages can be told in other languages (C11). */
@QuarkusTest
@TestProfile(PseudoLanguage.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PseudoLanguageTest {
    private static final String NOTES = "/service-recovery-notes";
    private static boolean loaded;

    /** Names and values that no message says, among them what other services and the libraries of Java say. */
    private static final List<String> DATA = Stream.of(
                    Stream.of(
                            "Pseudo Portal",
                            "Network EMEA",
                            "Enterprise",
                            "Alex Lead",
                            "Sam Recipient",
                            Keys.FULL_NAME,
                            "Person agent-pseudo",
                            "Kim Example",
                            "Sam Example",
                            "Example GmbH",
                            "Robin Desk",
                            "kim@example.com",
                            "Third time I had to call.",
                            "Word for word.",
                            "Speed of response",
                            "Factor",
                            "Left a voicemail.",
                            "Half a thought",
                            "Because of it",
                            "Not so.",
                            "The overall rating of 1 is at or below the threshold of 2.",
                            "The overall rating of null is at or below the threshold of 2.",
                            "There is no portal 'nowhere'.",
                            "srn",
                            "UTC",
                            "Europe/Berlin",
                            "Berlin",
                            "NET",
                            "pseudo",
                            "T-",
                            Keys.USER),
                    Stream.of("English", "Deutsch", "Français", "Español", "Português", "日本語"),
                    Stream.of(SourceVendor.values()).map(Enum::name),
                    PseudoPages.dates())
            .flatMap(names -> names)
            .toList();

    @Inject
    EventProducer producer;

    @Inject
    LinkTokens tokens;

    @Inject
    Engine templates;

    private final Sample angry = Sample.of("pseudo", "q1").ticket("T-1");
    private final Sample never = Sample.of("pseudo", "q2").ticket("T-2").choice(ContactChoice.NO);
    private final Sample silent = Sample.of("pseudo", "q3")
            .ticket("T-3")
            .comment(null)
            .csat(null)
            .said(
                    "en",
                    "Example GmbH",
                    Stream.generate(() -> "Factor").limit(20).toList());
    private final Sample gone = Sample.of("pseudo", "q4").ticket("T-4").comment("Word for word. ".repeat(120));

    @BeforeEach
    void samples() {
        if (loaded) {
            return;
        }
        put("/v1/portals/pseudo", "{\"name\": \"Pseudo Portal\"}");
        put("/v1/portals/bare", "{\"name\": \"Pseudo Portal\"}");
        put("/v1/portals/pseudo/contacts/c-1", "{\"name\": \"Alex Lead\"}");
        put("/v1/portals/pseudo/contacts/c-2", "{\"name\": \"Sam Recipient\"}");
        put(
                "/v1/portals/pseudo/groups/NET",
                "{\"name\": \"Network EMEA\", \"supportLead\": \"c-1\", \"alsoAlerts\": [\"c-2\"]}");
        put("/v1/portals/pseudo/segments/ENTERPRISE", "{\"name\": \"Enterprise\"}");
        Neighbours.know(angry, never, silent, gone);
        Neighbours.digest("d-pseudo", "pseudo", "c-2", "Sam Recipient", angry, gone);
        NoteView note = angry.note("Alex Lead", false, "Left a voicemail.");
        Neighbours.noted(angry, note);
        producer.sendAll(List.of(
                angry.event(),
                angry.opened(),
                never.event(),
                silent.event(),
                gone.event(),
                gone.opened(),
                angry.noted(note)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> total("pseudo/responses?srn=w") == 1
                        && total("pseudo/responses?srn=y") == 4
                        && total("pseudo/responses?waiting=yes") == 2);
        loaded = true;
    }

    @Test
    @DisplayName("C11: signing in says nothing that is not in its bundle")
    void signIn() {
        pseudo(given().get("/login"));
        pseudo(given().get("/login?out=1"));
        for (String word : List.of("away", "failed", "stale")) {
            pseudo(given().get("/login?oidc=" + word));
        }
        PseudoPages.pseudo(
                templates
                        .getTemplate("OidcPage/refused")
                        .data("said", "", "id", "T-1")
                        .render(),
                DATA);
        PseudoPages.pseudo(
                templates
                        .getTemplate("OidcWay/leaving")
                        .data("there", "/", "provider", "Alex Lead")
                        .render(),
                DATA);
        pseudo(given().header("Sec-Fetch-Site", "same-origin")
                .formParam("j_username", "T-nobody")
                .formParam("j_password", "wrong")
                .post("/sign-in"));
        pseudo(given().header("Sec-Fetch-Site", "cross-site")
                .header("Accept", "text/html")
                .formParam("j_username", Keys.USER)
                .post("/sign-in"));
    }

    @Test
    @DisplayName("C11: the Responses page says nothing that is not in its bundle, whatever it lists")
    void responses() {
        for (String query : List.of(
                "srn=y",
                "srn=n",
                "srn=r",
                "srn=x",
                "srn=v",
                "srn=y&size=1&page=1",
                "waiting=yes",
                "srn=y&sort=overall&rgid=NET&from=2026-01-01&to=2099-01-01&q=T-1",
                "srn=y&q=0",
                "srn=0&from=0&to=1&q=" + "0".repeat(300))) {
            pseudo(signedIn().get("/portals/pseudo/responses?" + query));
        }
        pseudo(signedIn().get("/portals/bare/responses"));
    }

    @Test
    @DisplayName("C11, H4: the audit log says nothing that is not in its bundle, but subjects, fields and reasons")
    void audit() {
        producer.sendAll(Arrays.stream(AuditAction.values())
                .map(what -> AuditSample.of("bare", what).event())
                .toList());
        await().atMost(Duration.ofSeconds(20)).until(() -> total("bare/audit?q=t-0") == AuditAction.values().length);
        for (String query : List.of(
                "q=T-0",
                "q=T-0&size=1&page=1",
                "what=CASE_CLOSED&who=T-0&from=2026-01-01&to=2099-01-01",
                "from=0&to=1&what=0&q=" + "0".repeat(300),
                "from=2099-01-01&to=2026-01-01")) {
            pseudo(signedIn().get("/portals/bare/audit?" + query));
        }
        put("/v1/portals/empty", "{\"name\": \"Pseudo Portal\"}");
        pseudo(signedIn().get("/portals/empty/audit?q=T-0"));
    }

    @Test
    @DisplayName("C11: the pages of people and passwords say nothing that is not in their bundles, in any state")
    void people() {
        String page = "/portals/pseudo/people";
        String kim = "{\"name\": \"Kim Example\", \"email\": \"kim@example.com\", ";
        listed(signedIn().get(page));
        listed(signedIn()
                .formParam("login", "0:0")
                .formParam("email", "0")
                .formParam("contact", "0 0")
                .formParam("groups", "0 0")
                .post(page));
        put("/v1" + page + "/T-0", kim + "\"roles\": [\"agent\", \"lead\", \"admin\", \"ops\", \"auditor\"]}");
        put(
                "/v1" + page + "/T-1",
                kim + "\"roles\": [], \"groups\": [\"NET\"], \"contact\": \"T-9\", \"active\": false}");
        put("/v1/portals/bare/people/T-1", kim + "\"roles\": []}");
        CDI.current().select(Jdbi.class).get().useHandle(db -> {
            db.execute("update membership set claimed = '{ops}' where portal = 'pseudo' and login in ('T-0', 'T-1')");
            db.execute("insert into person_identity values ('https://id.example', 'T-0', 'T-0', now())");
        });
        listed(signedIn().get(page));
        listed(signedIn().get(page + "/T-0"));
        listed(signedIn().get(page + "/T-1"));
        listed(signedIn()
                .formParam("login", "T-0")
                .formParam("name", "Kim Example")
                .post(page));
        listed(signedIn()
                .formParam("login", "t-0")
                .formParam("name", "Kim Example")
                .post(page));
        listed(signedIn()
                .formParam("login", "T-2")
                .formParam("name", "Kim Example")
                .post(page));
        listed(signedIn()
                .formParam("seen", "0")
                .formParam("name", "Kim Example")
                .post(page + "/T-0"));
        listed(signedIn().post(page + "/T-1/invite"));
        listed(signedIn().post(page + "/T-2/invite"));
        listed(signedIn().post(page + "/T-3/invite"));
        listed(signedIn().post(page + "/T-0/remove"));
        listed(signedIn().post(page + "/T-2/remove"));
        listed(signedIn().post(page + "/T-3/remove"));
        listed(signedIn().get("/account"));
        listed(given().get("/invite?t=0"));
    }

    /** The list of people also has those of other tests who are something over all portals. */
    private static void listed(Response page) {
        PseudoPages.pseudo(page, with(DATA));
    }

    private static List<String> with(List<String> data) {
        List<Map<String, String>> people = given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/*/people?size=500")
                .path("items");
        return Stream.concat(data.stream(), people.stream().flatMap(person -> Stream.of(
                                person.get("name"), person.get("login"), person.get("email"))
                        .filter(Objects::nonNull)))
                .toList();
    }

    @Test
    @DisplayName("C11, H1: the page of proposals says nothing that is not in its bundle, in any list and state")
    void proposalsPage() {
        String page = "/portals/pseudo/proposals";
        String robin = "user:" + Keys.USER;
        Instant now = Instant.now();
        pseudo(signedIn().get("/portals/bare/proposals"));
        pseudo(signedIn().get("/portals/bare/proposals/waiting"));
        Sample unheard = Sample.of("pseudo", "q10").ticket("T-10");
        Neighbours.know(unheard);
        for (ProposedStep step : ProposedStep.values()) {
            ProposalAnswers.made(unheard, step, robin, "Because of it", now);
            ProposalAnswers.made(angry, step, robin, "Because of it", now);
        }
        List<String> many = List.of("q1", "q2", "q3", "q4", "q10", "q11", "q12");
        for (int i = 0; i < 20; i++) {
            ReassignAnswers.made(
                    "pseudo", many, List.of("NET"), i % 2 == 0 ? "NET" : "T-0", robin, now.minusSeconds(i));
        }
        ReassignProposal made = ReassignAnswers.made("pseudo", List.of("q1"), List.of("NET"), "T-0", robin, now);
        Cookie agent = People.signedIn("pseudo", "agent-pseudo", List.of("agent"), List.of("NET"), null);
        Map<String, String> form = Map.of("kind", "responses", "proposal", made.proposalId(), "decision", "accept");
        for (String rest : List.of("", "?page=1", "?done=ACCEPTED", "?done=REFUSED", "?state=0", "/waiting")) {
            pseudo(signedIn().get(page + rest));
        }
        pseudo(People.by(agent).get(page));
        pseudo(People.by(agent).formParams(form).post(page));
        pseudo(signedIn().formParam("kind", "0").post(page));
        pseudo(signedIn()
                .formParams(form)
                .formParam("reason", "0".repeat(1_001))
                .post(page));
        signedIn().formParams(form).formParam("reason", "Because of it").post(page);
        pseudo(signedIn().formParams(form).post(page));
        pseudo(signedIn()
                .formParam("kind", "responses")
                .formParam("proposal", UUID.randomUUID().toString())
                .formParam("decision", "refuse")
                .post(page));
        pseudo(signedIn().get(page + "?state=ACCEPTED"));
        pseudo(signedIn().get(page + "?state=REFUSED"));
        for (String away : List.of("pseudo-notes-away", "pseudo-ingest-away")) {
            put("/v1/portals/" + away, "{\"name\": \"Pseudo Portal\"}");
            pseudo(signedIn().get("/portals/" + away + "/proposals"));
        }
    }

    @Test
    @DisplayName("C11, A6: the pages of the quarantine say nothing that is not in their bundle, in any state")
    void quarantine() {
        put("/v1/portals/pseudo-held", "{\"name\": \"Pseudo Portal\"}");
        put("/v1/portals/pseudo-held/groups/NET", "{\"name\": \"Network EMEA\"}");
        String page = "/portals/pseudo-held/quarantine";
        pseudo(signedIn().get(page));
        pseudo(signedIn().get(page + "/waiting"));
        for (DigestTiming timing : DigestTiming.values()) {
            Sample held = Sample.of("pseudo-held", "T-" + timing.ordinal())
                    .ticket("T-1")
                    .group("T-0");
            QuarantineAnswers.waits(
                    held,
                    timing,
                    timing == DigestTiming.LATE ? "T-0" : null,
                    QuarantineAnswers.because("/ticketId", QuarantineCause.TICKET_MISSING),
                    QuarantineAnswers.because("/supportGroup", QuarantineCause.GROUP_UNKNOWN),
                    QuarantineAnswers.because("/supportGroup", QuarantineCause.GROUP_MISSING),
                    QuarantineAnswers.because("/segment", QuarantineCause.SEGMENT_UNKNOWN),
                    QuarantineAnswers.because("/segment", QuarantineCause.SEGMENT_MISSING),
                    QuarantineAnswers.because("/measures/csat", QuarantineCause.SCORE_OFF_SCALE),
                    QuarantineAnswers.because("/measures/T-0", QuarantineCause.SCORE_OFF_SCALE),
                    QuarantineAnswers.because("/measures/T-0", QuarantineCause.MEASURE_UNKNOWN),
                    QuarantineAnswers.because("/measures/fcr", QuarantineCause.ANSWER_OF_WRONG_KIND),
                    QuarantineAnswers.because("/submittedAt", QuarantineCause.DATE_TOO_EARLY),
                    QuarantineAnswers.because("/updatedAt", QuarantineCause.DATE_AHEAD),
                    new QuarantineReason("/T-0", "0", null));
            Sample simple = Sample.of("pseudo-held", "T-9" + timing.ordinal()).ticket("T-1");
            QuarantineAnswers.waits(
                    simple, timing, null, QuarantineAnswers.because("/segment", QuarantineCause.SEGMENT_UNKNOWN));
        }
        held(signedIn().get(page));
        held(signedIn().get(page + "/waiting"));
        held(signedIn().get(page + "?cause=GROUP_UNKNOWN&rgid=T-0&segment=T-0"));
        held(signedIn().get(page + "?cause=DATE_AHEAD&rgid=T-5"));
        held(signedIn().post(page));
        held(signedIn().formParam("response", "T-0").post(page));
        held(signedIn()
                .formParam("response", "T-0")
                .formParam("submittedAt", "0")
                .post(page));
        held(signedIn()
                .formParam("response", "T-0")
                .formParam("measure", "csat")
                .formParam("score", "9")
                .post(page));
        held(signedIn()
                .formParam("response", "T-5")
                .formParam("supportGroup", "NET")
                .post(page));
        held(signedIn()
                .formParam("response", "T-0")
                .formParam("ticketId", "T-4")
                .post(page));
        for (DigestTiming timing : DigestTiming.values()) {
            held(signedIn()
                    .formParam("response", "T-9" + timing.ordinal())
                    .formParam("segment", "T-0")
                    .post(page));
        }
        held(signedIn().post(page + "/many"));
        held(signedIn().formParam("segment", "T-0").post(page + "/many"));
        held(signedIn().formParam("segment", "T-0").formParam("which", "ticked").post(page + "/many"));
        for (String step : List.of("look", "do")) {
            held(signedIn()
                    .formParam("supportGroup", "NET")
                    .formParam("segment", "T-0")
                    .formParam("drop", "T-0")
                    .formParam("step", step)
                    .post(page + "/many?rgid=T-0"));
            held(signedIn()
                    .formParam("supportGroup", "NET")
                    .formParam("which", "ticked")
                    .formParam("response", "T-8")
                    .formParam("step", step)
                    .post(page + "/many"));
        }
    }

    /** The names of measures are data, too. */
    private static void held(Response page) {
        PseudoPages.pseudo(
                page,
                Stream.concat(
                                DATA.stream(),
                                Stream.of("csat", "nps", "fcr", "ENTERPRISE", "phone", "vip_customer", "de", "en"))
                        .toList());
    }

    @Test
    @DisplayName("C11, A8: moving responses to another group says nothing that is not in its bundle, in any state")
    void reassign() {
        put("/v1/portals/pseudo/groups/T-7", "{\"name\": \"Network EMEA\"}");
        String page = "/portals/pseudo/reassign";
        pseudo(signedIn().get(page));
        pseudo(signedIn().get(page + "?q=0"));
        pseudo(signedIn().get(page + "?srn=0"));
        pseudo(signedIn().post(page));
        Map<String, String> form = Map.of("supportGroup", "T-7", "reason", "Because of it");
        pseudo(signedIn().formParams(form).formParam("which", "ticked").post(page));
        pseudo(signedIn().formParams(form).post(page));
        pseudo(signedIn().formParams(form).formParam("which", "all").post(page));
        pseudo(signedIn()
                .formParams(form)
                .formParam("which", "all")
                .formParam("step", "do")
                .formParam("would", "0")
                .post(page));
        Cookie agent = People.signedIn("pseudo", "agent-pseudo", List.of("agent"), List.of("NET"), null);
        for (String step : List.of("look", "do")) {
            pseudo(People.by(agent)
                    .formParams(form)
                    .formParam("which", "ticked")
                    .formParam("response", "q1")
                    .formParam("would", "1")
                    .formParam("step", step)
                    .post(page));
            pseudo(signedIn()
                    .formParams(form)
                    .formParam("which", "ticked")
                    .formParam("response", "q2")
                    .formParam("would", "1")
                    .formParam("step", step)
                    .post(page));
        }
        pseudo(signedIn()
                .formParams(form)
                .formParam("which", "ticked")
                .formParam("response", "q2")
                .post(page));
    }

    @Test
    @DisplayName("C11: the page of API keys says nothing that is not in its bundle, in any state")
    void keys() {
        String page = "/portals/pseudo/keys";
        pseudo(signedIn().get(page));
        pseudo(signedIn().formParam("lastDay", "0").post(page));
        pseudo(signedIn()
                .formParam("name", "0:0")
                .formParam("lastDay", "2020-01-01")
                .post(page));
        pseudo(key(page));
        pseudo(key(page)); // its name is taken
        String id =
                given().auth().oauth2(Keys.KEY).get("/v1/portals/pseudo/keys").path("items[0].keyId");
        pseudo(signedIn().post(page + "/" + id + "/rotate"));
        for (int i = 2; i < 5; i++) {
            signedIn().post(page + "/" + id + "/rotate");
        }
        pseudo(signedIn().post(page + "/" + id + "/rotate"));
        pseudo(signedIn().post(page + "/" + id + "/revoke"));
        pseudo(signedIn().post(page + "/" + id + "/revoke"));
    }

    @Test
    @DisplayName("C11, A9: the pages of requests, and the dialog of one, say nothing that is not in their bundles")
    void requests() {
        String page = "/portals/pseudo/requests";
        pseudo(signedIn().get(page));
        pseudo(signedIn().get(page + "/new"));
        pseudo(signedIn().get(page + "/new?rgid=NET&ticket=T-2"));
        pseudo(signedIn().formParam("ticket", " ").post(page));
        RequestAnswers.refuse("T-8");
        pseudo(request("T-8", "NEGATIVE_REVIEW_RECOVERY"));
        request("T-9", "NEGATIVE_REVIEW_RECOVERY");
        request("T-9", "POSITIVE_REVIEW_FOLLOW_UP");
        pseudo(signedIn().get(page + "/new?rgid=NET&ticket=T-9"));
        for (String state : List.of("", "?state=OPEN", "?state=REFUSED&page=1")) {
            pseudo(signedIn().get(page + state));
        }
        pseudo(signedIn().get(page + "/T-0?case=T-0"));
        pseudo(signedIn().get(page + "/T-0?case=T-0&looked=30"));
        for (String filed : List.of("", "&filed=new", "&filed=joined")) {
            pseudo(signedIn().get(NOTES + "?cpc=pseudo&rgid=NET&tid=T-9" + filed));
        }
    }

    @Test
    @DisplayName("C11, F7: the pages of deliveries say nothing that is not in their bundle, in any state")
    void deliveries() {
        String page = "/portals/pseudo/deliveries";
        sent(signedIn().get(page));
        for (DeliveryState state : DeliveryState.values()) {
            sent(signedIn().get(page + "/" + DeliveryAnswers.mail("pseudo", "0", state, "0")));
        }
        for (DeliveryWhy why : DeliveryWhy.values()) {
            boolean held = why == DeliveryWhy.WEEKEND || why == DeliveryWhy.QUIET_TIME;
            DeliveryState state = held ? DeliveryState.HELD : DeliveryState.SKIPPED;
            sent(signedIn().get(page + "/" + DeliveryAnswers.text("pseudo", "0", state, why)));
        }
        sent(signedIn().get(page));
        sent(signedIn().get(page + "?state=SENT&channel=SMS&contact=0&digest=0&case=0&page=1"));
        sent(signedIn().get(page + "?digest=none"));
        sent(signedIn().get(page + "/" + DeliveryAnswers.post("pseudo", "0", DeliveryState.SENT)));
        String sent = DeliveryAnswers.mail("pseudo", "0", DeliveryState.SENT, "0");
        sent(signedIn().get(page + "/" + sent + "?resent=1"));
        sent(signedIn().formParam("reason", " ").post(page + "/" + sent + "/resend"));
        for (ResendRefusal cause : ResendRefusal.values()) {
            DeliveryAnswers.refuse(sent, cause);
            sent(signedIn().formParam("reason", "0").post(page + "/" + sent + "/resend"));
        }
    }

    private static void sent(Response page) {
        PseudoPages.pseudo(
                page, Stream.concat(DATA.stream(), DeliveryAnswers.said()).toList());
    }

    private static Response request(String ticket, String type) {
        return signedIn()
                .formParam("key", "T-" + type)
                .formParam("ticket", ticket)
                .formParam("group", "NET")
                .formParam("type", type)
                .formParam("format", "EMAIL")
                .formParam("why", "Word for word.")
                .formParam("urgent", "yes")
                .post("/portals/pseudo/requests");
    }

    @Test
    @DisplayName("C11: the pages of sources say nothing that is not in their bundle, in any state")
    void sources() {
        String page = "/portals/pseudo/preferences/sources";
        pseudo(signedIn().get(page));
        pseudo(signedIn().formParam("name", "0").post(page));
        signedIn()
                .formParam("name", "0")
                .formParam("code", "0")
                .formParam("vendor", "JSON")
                .post(page);
        pseudo(signedIn()
                .formParam("name", "0")
                .formParam("code", "0")
                .formParam("vendor", "JSON")
                .post(page));
        pseudo(signedIn().get(page));
        for (String path : List.of("/0", "/0?as=json", "/0?done=saved", "/0/switch", "/0/delete")) {
            PseudoPages.pseudo(signedIn().get(page + path), sourceData());
        }
        for (String act : List.of("save", "try", "json")) {
            PseudoPages.pseudo(
                    signedIn()
                            .formParam("name", "0")
                            .formParam("vendor", "JSON")
                            .formParam("row.group", "properties", "")
                            .formParam("row.name", "", "comment")
                            .formParam("row.place", "/0", "/0")
                            .formParam("row.values", "0", "0")
                            .formParam("do", act)
                            .post(page + "/0"),
                    sourceData());
        }
        given().auth().oauth2(Keys.KEY).delete("/v1/portals/pseudo/sources/0");
        replays(page);
    }

    /** Beside what is data anyway: what survey-ingest finds in a sample. */
    private static List<String> sourceData() {
        return Stream.concat(
                        DATA.stream(),
                        Stream.of(
                                "is missing",
                                "is kept as a property, since the mapping does not name it",
                                "https://surveys.example.com/v1/webhooks/acme~typeform~c2VjcmV0",
                                "acme",
                                "ENTERPRISE",
                                "tier",
                                "csat",
                                "fcr",
                                "nps",
                                "r-1",
                                "/mapping/comment/values",
                                "/mapping/properties//values",
                                "/mapping/properties/"))
                .toList();
    }

    @Test
    @DisplayName("C11: the page of opt-outs says nothing that is not in its bundle, in any state")
    void optOuts() {
        String page = "/portals/pseudo/opt-outs";
        pseudo(signedIn().get(page));
        pseudo(signedIn().formParam("by", "id").post(page));
        pseudo(signedIn()
                .formParam("by", "id")
                .formParam("contact", "0")
                .formParam("reason", "0")
                .post(page));
        pseudo(signedIn().get(page + "?by=id&contact=0"));
        pseudo(signedIn().get(page + "?by=id&contact=1"));
        pseudo(signedIn().get(page + "?by=email&contact=0"));
        pseudo(signedIn().formParam("by", "id").formParam("contact", "0").post(page + "/withdraw"));
        pseudo(signedIn()
                .formParam("by", "id")
                .formParam("contact", "0")
                .formParam("reason", "0")
                .post(page + "/withdraw"));
    }

    @Test
    @DisplayName("C11: the page on which a channel is connected says nothing that is not in its bundle, in any state")
    void channels() {
        for (String code : List.of("new", "gone", "away", "off")) {
            put("/v1/portals/pseudo/channels/" + code, "{\"name\": \"0\", \"kind\": \"SLACK\"}");
            String page = "/portals/pseudo/preferences/channels/" + code + "/connection";
            pseudo(signedIn().get(page));
            pseudo(signedIn().get(page + "?done=secrets"));
            pseudo(signedIn().formParam("x", "0").post(page + "/test"));
            PseudoPages.pseudo(
                    signedIn().formParam("x", "0").post(page + "/secrets"),
                    Stream.concat(DATA.stream(), Stream.of("is missing")).toList());
            given().auth().oauth2(Keys.KEY).delete("/v1/portals/pseudo/channels/" + code);
        }
        put(
                "/v1/portals/pseudo/channels/hook",
                "{\"name\": \"0\", \"kind\": \"WEBHOOK\", \"url\": \"https://0.example\"}");
        pseudo(signedIn().get("/portals/pseudo/preferences/channels/hook/connection"));
        given().auth().oauth2(Keys.KEY).delete("/v1/portals/pseudo/channels/hook");
    }

    /** What the neighbour says of replays is of the source that is called tf. */
    private static void replays(String page) {
        for (String code : List.of("tf", "busy")) {
            signedIn()
                    .formParam("name", "0")
                    .formParam("code", code)
                    .formParam("vendor", "JSON")
                    .post(page);
        }
        String replays = page + "/tf/replays";
        pseudo(signedIn().get(replays));
        pseudo(range("", replays));
        pseudo(range("2000-01-01", replays));
        pseudo(range("2026-11-20", page + "/busy/replays"));
        for (String replay : List.of("looked", "running", "failed", "applied")) {
            pseudo(signedIn().get(replays + "/" + replay));
        }
        pseudo(signedIn().formParam("do", "apply").post(replays + "/applied/apply"));
        for (String code : List.of("tf", "busy")) {
            given().auth().oauth2(Keys.KEY).delete("/v1/portals/pseudo/sources/" + code);
        }
    }

    private static Response range(String from, String replays) {
        return signedIn().formParam("from", from).formParam("to", "2026-11-21").post(replays);
    }

    private static Response key(String page) {
        return signedIn()
                .formParam("name", "Robin Desk")
                .formParam("scope", "surveys:write", "ops")
                .formParam("lastDay", "2099-01-01")
                .post(page);
    }

    @Test
    @DisplayName("C11: the pages of preferences say nothing that is not in their bundles, but names, codes and files")
    void preferences() {
        put("/v1/portals/bare/calendars/by", "{\"name\": \"Pseudo Portal\", \"country\": \"de-by\"}");
        put("/v1/portals/bare/regions/r0", "{\"name\": \"Network EMEA\", \"calendar\": \"by\"}");
        put("/v1/portals/bare/contacts/c-1", "{\"name\": \"Alex Lead\"}");
        put("/v1/portals/bare/groups/NET", "{\"name\": \"Network EMEA\", \"supportLead\": \"c-1\"}");
        String here = "/portals/bare/preferences";
        for (String path : List.of(
                "",
                "/portal",
                "/portal?saved=yes",
                "/portal?same=yes",
                "/next",
                "/groups",
                "/groups?saved=NET",
                "/groups?deleted=NET",
                "/groups?added=1&changed=1",
                "/groups?q=0",
                "/groups/NET",
                "/groups/NET/delete",
                "/contacts/c-1/delete",
                "/regions",
                "/calendars",
                "/calendars/by",
                "/calendars/by/delete",
                "/channels",
                "/new/channels",
                "/segments",
                "/new/groups",
                "/new/calendars",
                "/new/regions",
                "/new/contacts",
                "/new/segments",
                "/import/groups")) {
            PseudoPages.pseudo(signedIn().get(here + path), preferencesData());
        }
        for (String list : List.of("groups", "contacts", "regions", "calendars", "channels")) {
            PseudoPages.pseudo(
                    signedIn()
                            .formParams("code", "0 0", "email", "0", "hours", "0")
                            .post(here + "/new/" + list),
                    preferencesData());
        }
        PseudoPages.pseudo(
                signedIn().formParams("tag", "0", "name", "Alex Lead").post(here + "/contacts/c-1"), preferencesData());
        PseudoPages.pseudo(
                signedIn()
                        .formParams("tag", "0", "name", "0", "timeZone", "0", "alertTime", "0")
                        .post(here + "/portal"),
                preferencesData());
        PseudoPages.pseudo(signedIn().get("/portals/new"), preferencesData());
        PseudoPages.pseudo(signedIn().formParam("code", "0 0").post("/portals/new"), preferencesData());
        for (String file : List.of("", "code,name\n0 0,\n", "code,name,region\n0,0,0\n", "code,name,0\n")) {
            PseudoPages.pseudo(
                    signedIn()
                            .multiPart("file", "0.csv", file.getBytes(UTF_8), "text/csv")
                            .post(here + "/import/groups"),
                    preferencesData());
        }
    }

    /** Beside what is data anyway: zones, languages, countries with their codes, kinds of measures, and columns of files. */
    private static List<String> preferencesData() {
        return Stream.of(
                        DATA.stream(),
                        ZoneId.getAvailableZoneIds().stream(),
                        Proposals.languages(Locale.UK).stream().map(Option::label),
                        Proposals.languages(Locale.UK).stream().map(Option::value),
                        HolidayCodes.all().stream(),
                        HolidayCodes.all().stream().flatMap(code -> HolidayNames.place(code, Locale.UK).stream()),
                        Arrays.stream(Measure.Kind.values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT)),
                        Stream.of(
                                "c-1",
                                "r0",
                                "by",
                                "https://desk.example.com/tickets/",
                                "pt-BR",
                                "de-by",
                                "+4930123456"),
                        EntryCells.columns(EntryType.GROUP).stream(),
                        LocalDate.now(ZoneOffset.UTC)
                                .datesUntil(LocalDate.now(ZoneOffset.UTC).plusYears(2))
                                .flatMap(day -> HolidayNames.day(day, "de-by", Locale.UK).stream()))
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("C11: the pages of files of surveys say nothing that is not in their bundles, in any state")
    void importOfSurveys() {
        put("/v1/portals/pseudo/groups/NET", "{\"name\": \"Network EMEA\"}");
        String here = "/portals/pseudo/imports";
        PseudoPages.pseudo(signedIn().get(here), surveyData());
        PseudoPages.pseudo(signedIn().formParam("preset", "").post(here), surveyData());
        String address = signedIn()
                .redirects()
                .follow(false)
                .multiPart("file", "0.csv", "Nr".getBytes(UTF_8), "text/csv")
                .post(here)
                .header("Location");
        String page = address.substring(address.indexOf(here));
        String id = page.substring(here.length() + 1);
        PseudoPages.pseudo(signedIn().get(page), surveyData());
        PseudoPages.pseudo(signedIn().formParam("preset", "").post(page + "/start"), surveyData());
        PseudoPages.pseudo(signedIn().formParam("name", "").post(page + "/preset"), surveyData());
        signedIn()
                .redirects()
                .follow(false)
                .formParam("name", "0")
                .formParam("header", "Nr")
                .formParam("field", "responseId")
                .post(page + "/preset");
        PseudoPages.pseudo(signedIn().get(page + "?preset=0&saved=1"), surveyData());
        for (String deleted : List.of("file", "preset")) {
            PseudoPages.pseudo(signedIn().get(here + "?deleted=" + deleted), surveyData());
        }
        for (ImportState state :
                List.of(ImportState.RUNNING, ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED)) {
            ImportAnswers.stands(id, state, 3, 1, 0.5);
            PseudoPages.pseudo(signedIn().get(page), surveyData());
            PseudoPages.pseudo(signedIn().get(here), surveyData());
        }
        ImportAnswers.stands(id, ImportState.DONE, 3, 0, 1);
        PseudoPages.pseudo(signedIn().get(page), surveyData());
    }

    /** Beside what is data anyway: fields, encodings, and what stands in the file. */
    private static List<String> surveyData() {
        return Stream.of(
                        DATA.stream(),
                        Arrays.stream(TargetField.ResponseField.values()).map(TargetField.ResponseField::word),
                        Stream.of(
                                "measures.csat",
                                "measures.nps",
                                "measures.fcr",
                                "csat",
                                "nps",
                                "fcr",
                                "UTF-8",
                                "Nr",
                                "Score",
                                "EndDate",
                                "Modified",
                                "America/Denver",
                                "portal",
                                "2026-11-20T08:00:00Z",
                                "12",
                                "0.csv",
                                "{name}"))
                .flatMap(names -> names)
                .toList();
    }

    @Test
    @DisplayName("C11: the import of people says nothing that is not in its bundles, in any state")
    void importOfPeople() {
        String kim = "{\"name\": \"Kim Example\", \"email\": \"kim@example.com\", ";
        put("/v1/portals/bare/people/T-5", kim + "\"roles\": [\"admin\"]}");
        put("/v1/portals/pseudo/people/T-6", kim + "\"roles\": [\"agent\"]}");
        put("/v1/portals/pseudo/people/T-7", kim + "\"roles\": [\"agent\"]}");
        put("/v1/portals/bare/people/T-7", kim + "\"roles\": [\"agent\"]}");
        String here = "/portals/bare/preferences/import/people";
        PseudoPages.pseudo(signedIn().get(here), importData());
        PseudoPages.pseudo(signedIn().get("/portals/bare/people?added=1&changed=1"), with(importData()));
        for (String file : List.of(
                "",
                "login,name,roles\n0:0,,0\nt-5,0,\nT-6,0,\nt-6,0,\n",
                "login,email,groups,contact,active\nT-5,0,0/0,0/0,0\n",
                "login,roles\nT-5,lead\n",
                "login,name,email,roles,contact\nT-6,0,,lead,c-9\nT-5,0,,admin lead,\nT-7,0,0@example.com,lead,\n",
                "login,0\n")) {
            PseudoPages.pseudo(
                    signedIn()
                            .multiPart("file", "0.csv", file.getBytes(UTF_8), "text/csv")
                            .post(here),
                    importData());
        }
    }

    /** Beside what is data anyway: roles, columns of files and what stands in them. */
    private static List<String> importData() {
        return Stream.of(
                        DATA.stream(),
                        Stream.of("login", "name", "email", "roles", "groups", "contact", "active"),
                        Stream.of("agent", "lead", "admin", "ops", "auditor", "true", "false"),
                        Stream.of("T-5", "T-6", "t-5", "t-6", "c-9", "0@example.com"))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("C11: the page that is there before any portal says nothing that is not in its bundle")
    void begin() {
        // Here there are portals, so it is rendered by itself.
        PseudoPages.pseudo(
                templates
                        .getTemplate("StartPage/begin")
                        .data(
                                "frame",
                                new Frame(
                                        null, "0", Keys.FULL_NAME, true, "", "0", Frame.Place.NONE, Frame.Open.NOTHING))
                        .render(),
                DATA);
    }

    @Test
    @DisplayName("C11, H1: the pages of who may see little say nothing that is not in a bundle")
    void byRole() {
        PersonToken agent = PersonToken.of("user:agent", "pseudo").roles("agent");
        pseudo(by(agent).get("/portals/pseudo/responses?srn=y"));
        pseudo(by(agent).get("/portals"));
        pseudo(by(PersonToken.of("user:agent", "bare").roles("agent").groups("NET"))
                .get("/portals/bare/responses"));
        pseudo(by(PersonToken.of("user:ops", "pseudo").roles("ops")).get("/portals/pseudo"));
        pseudo(by(PersonToken.of("user:nobody", "nowhere").roles("agent")).get("/portals"));
        pseudo(by(PersonToken.of("user:nobody", "nowhere").roles("agent")).get("/"));
        pseudo(by(PersonToken.of("user:auditor", "pseudo").roles("auditor")).get("/portals/pseudo/keys"));
    }

    private static RequestSpecification by(PersonToken person) {
        return given().auth().oauth2(Keys.KEY).header(PersonToken.HEADER, person.signed());
    }

    @Test
    @DisplayName("C11: an error says nothing that is not in a bundle, but what the API says of it")
    void errors() {
        pseudo(signedIn().get("/portals/nowhere/responses"));
        pseudo(given().get(link(Instant.now().minusSeconds(1))));
        pseudo(given().get(NOTES + "?cpc=pseudo&t=0"));
        pseudo(signedIn().get(NOTES + "?cpc=pseudo&rgid=NET"));
    }

    @Test
    @DisplayName("C11: the notes dialog says nothing that is not in its bundle, in any state")
    void dialog() {
        for (String ticket : List.of("T-1", "T-2", "T-3", "T-4", "T-0")) {
            pseudo(signedIn().get(NOTES + "?cpc=pseudo&rgid=NET&tid=" + ticket));
        }
        pseudo(given().get(link(Instant.now().plusSeconds(600))));
        pseudo(signedIn().get(NOTES + "?cpc=pseudo&rgid=NET&tid=T-1&saved=q1"));
        pseudo(signedIn().get(NOTES + "?cpc=pseudo&rgid=NET&tid=T-1&saved=q4"));
        pseudo(note("T-1", Map.of("response", "q1", "author", " ", "text", "Half a thought")));
        pseudo(note("T-1", Map.of("response", "q1", "author", "Alex Lead", "spoke", "yes")));
        pseudo(note("T-1", Map.of("response", "q1", "author", "Alex Lead", "text", "0".repeat(20_001))));
        pseudo(close("T-1", Map.of("response", "q1", "case", "case-q1", "rootCause", "Because of it")));
        pseudo(close(
                "T-1",
                Map.of("response", "q1", "case", "case-q1", "outcome", "RESOLVED", "rootCause", "0".repeat(2_001))));
        pseudo(close("T-1", Map.of("response", "q1", "case", "case-0", "outcome", "RESOLVED")));
        pseudo(close("T-1", Map.of("response", "q1", "outcome", "RESOLVED")));
    }

    @Test
    @DisplayName(
            "C11, H1: what is proposed for a case, and by whom it cannot be closed, says nothing that is not in its"
                    + " bundle")
    void proposals() {
        Sample angry = Sample.of("pseudo", "q9").ticket("T-9");
        Neighbours.know(angry);
        Cookie agent = People.signedIn("pseudo", "agent-pseudo", List.of("agent"), List.of("NET"), null);
        String dialog = "?cpc=pseudo&rgid=NET&tid=T-9";
        Map<String, String> form = Map.of("response", "q9", "case", "case-q9", "outcome", "RESOLVED");
        pseudo(People.by(agent).get(NOTES + dialog));
        pseudo(People.by(agent).formParams(form).post(NOTES + "/propose" + dialog));
        pseudo(People.by(agent)
                .formParams(form)
                .formParam("reason", "0".repeat(2_001))
                .post(NOTES + "/propose" + dialog));
        pseudo(People.by(agent).formParams(form).post(NOTES + "/close" + dialog));
        pseudo(People.by(agent).formParams(form).post(NOTES + "/decline" + dialog));
        pseudo(People.by(agent).formParams(form).post(NOTES + "/hand-over" + dialog));
        pseudo(signedIn().formParams(form).post(NOTES + "/hand-over" + dialog));
        pseudo(signedIn().formParams(form).formParam("owner", "c-2").post(NOTES + "/hand-over" + dialog));
        People.by(agent)
                .formParams(form)
                .formParam("rootCause", "Because of it")
                .formParam("reason", "Because of it")
                .post(NOTES + "/propose" + dialog)
                .then()
                .statusCode(303);
        pseudo(People.by(agent).get(NOTES + dialog));
        pseudo(signedIn().get(NOTES + dialog));
        People.by(agent)
                .formParams(form)
                .formParam("reason", "Because of it")
                .post(NOTES + "/decline" + dialog)
                .then()
                .statusCode(303);
        pseudo(People.by(agent).get(NOTES + dialog));
        pseudo(signedIn().formParam("response", "q9").post(NOTES + "/decide" + dialog));
        Cookie auditor = People.signedIn("pseudo", "auditor-pseudo", List.of("auditor"), null, null);
        pseudo(People.by(auditor).get(NOTES + dialog));
        pseudo(People.by(auditor).get(link(Instant.now().plusSeconds(600))));
        pseudo(People.by(auditor)
                .formParams(Map.of("response", "q9", "author", "Alex Lead", "text", "Half a thought"))
                .post(NOTES + dialog));
        pseudo(given().formParams(form)
                .post(link(Instant.now().plusSeconds(600)).replace("?", "/close?")));
    }

    @Test
    @DisplayName(
            "C11: the dialog of a response that is elsewhere, and of a closed case, says nothing that is not in its"
                    + " bundle")
    void afterwards() {
        Sample moved = Sample.of("pseudo", "q6").ticket("T-6");
        Sample closed = Sample.of("pseudo", "q8").ticket("T-8");
        Neighbours.know(moved, closed);
        Neighbours.replace(moved, Sample.of("pseudo", "q7").ticket("T-6"));
        pseudo(note("T-6", Map.of("response", "q6", "author", "Alex Lead", "text", "Half a thought")));
        pseudo(close(
                "T-6",
                Map.of("response", "q6", "case", "case-q6", "outcome", "RESOLVED", "rootCause", "Because of it")));
        pseudo(note("T-6", Map.of("response", "q0", "author", "Alex Lead", "text", "Half a thought")));
        close("T-8", Map.of("response", "q8", "case", "case-q8", "outcome", "RESOLVED", "rootCause", "Because of it"));
        pseudo(signedIn().get(NOTES + "?cpc=pseudo&rgid=NET&tid=T-8"));
    }

    @ParameterizedTest(name = "a word that is in no bundle is found: {0}")
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<p>Kim Example is here</p>",
                "<p>[Ĥéļļó] Kim Example <b>and</b></p>",
                "<p title=\"Hello\">[Ĥéļļó]</p>",
                "<img alt=\"Hello\">",
                "<input placeholder=\"Hello\">",
                "<main data-saving=\"Hello\">"
            })
    void guilty(String html) {
        assertThat(PseudoPages.plain(html, DATA)).isNotEmpty();
    }

    @Test
    @DisplayName("what is in a bundle, or is data, is not taken for a word that is in none")
    void innocent() {
        assertThat(PseudoPages.plain(
                        "<main data-draft=\"user:robin\" class=\"plain\"><p>[Ĥéļļó] Kim"
                                + " Example</p><pre>curl</pre></main>",
                        DATA))
                .isEmpty();
    }

    private static void pseudo(Response page) {
        PseudoPages.pseudo(page, DATA);
    }

    private static Response note(String ticket, Map<String, String> form) {
        return signedIn().formParams(form).post(NOTES + "?cpc=pseudo&rgid=NET&tid=" + ticket);
    }

    private static Response close(String ticket, Map<String, String> form) {
        return signedIn().formParams(form).post(NOTES + "/close?cpc=pseudo&rgid=NET&tid=" + ticket);
    }

    private String link(Instant expires) {
        return NOTES + "?cpc=pseudo&t=" + tokens.sign(new ReportLink("d-pseudo", "c-2", ReportLink.ALL, expires));
    }
}
