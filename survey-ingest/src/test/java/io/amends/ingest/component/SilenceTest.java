package io.amends.ingest.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.OriginKind;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.contracts.directory.SourceVendor;
import io.amends.contracts.testing.KeyBuilder;
import io.amends.ingest.watch.HeardOrigins;
import io.amends.ingest.watch.OriginNames;
import io.amends.ingest.watch.QuarantineWatch;
import io.amends.ingest.watch.Rhythms;
import io.amends.ingest.watch.SilenceWatch;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is silent against their own rhythm is told once, and so is the end of it (A11); quarantine too (A7). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class SilenceTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int THREE_WEEKS = 3 * 7 * 24;
    private static final int EVERY_OTHER_MINUTE_EVENTS = 30;
    // Bits 0, 2, 4 … 58.
    private static final long EVERY_OTHER_MINUTE = 0x0555_5555_5555_5555L;

    @Inject
    Jdbi jdbi;

    @Inject
    Migrations migrations;

    @Inject
    DirectoryView directory;

    @Inject
    OriginNames names;

    @Inject
    HeardOrigins heard;

    @Inject
    Rhythms rhythms;

    @Inject
    Outbox outbox;

    @Inject
    KafkaAccess kafka;

    @Inject
    EventProducer producer;

    private final Instant now = Instant.now();
    private Wire wire;

    @BeforeEach
    void open() {
        wire = new Wire();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    @DisplayName(
            "A11: a source that falls silent is told once, by several instances and after their death, and once more"
                    + " when it speaks again")
    void onceEach() throws Exception {
        wire.portals("silent-1");
        Survey first = survey("silent-1");
        wire.publish("first", first);
        wire.publish("first", first); // the same delivery again, which is no second event
        await().atMost(SOON).until(() -> lastAt("silent-1", "crm"), at -> at != null);
        usual("silent-1", OriginKind.EVENT_SOURCE, "crm");

        atOnce(at(Duration.ofMinutes(2)), 3);
        assertThat(told("silent-1")).isEmpty();
        atOnce(at(Duration.ofHours(3)), 3);
        JsonNode silent = told("silent-1", 1).get(0);
        // Those instances are gone with what they had in memory, and others look.
        atOnce(at(Duration.ofHours(4)), 3);
        atOnce(at(Duration.ofDays(2)), 1);
        assertThat(told("silent-1")).hasSize(1);

        assertThat(silent.at("/origin/kind").asText()).isEqualTo("EVENT_SOURCE");
        assertThat(silent.at("/origin/name").asText()).isEqualTo("crm");
        assertThat(silent.get("weeks").asInt()).isEqualTo(26);
        assertThat(silent.get("eventsAWeek").asInt()).isBetween(4_800, 5_200);
        assertThat(silent.get("missing").asInt()).isBetween(60, 110);
        assertThat(silent.get("silentSince")).isEqualTo(silent.get("lastHeardAt"));

        wire.publish("again", survey("silent-1"));
        String before = silent.get("silentSince").asText();
        await().atMost(SOON).until(() -> lastAt("silent-1", "crm").isAfter(Instant.parse(before)));
        atOnce(at(Duration.ofMinutes(2)), 3);
        atOnce(at(Duration.ofMinutes(2)), 1);

        List<JsonNode> both = told("silent-1", 2);
        assertThat(both).hasSize(2);
        assertThat(both.get(1).get("silentSince").asText()).isEqualTo(before);
        assertThat(Instant.parse(both.get(1).get("lastHeardAt").asText())).isAfter(Instant.parse(before));
        assertThat(events("silent-1", OriginKind.EVENT_SOURCE, "crm"))
                .isEqualTo(THREE_WEEKS * EVERY_OTHER_MINUTE_EVENTS + 2);
        assertThat(types("silent-1")).containsExactly(EventTypes.SOURCE_SILENT, EventTypes.SOURCE_HEARD);
    }

    @Test
    @DisplayName(
            "A11: a source of webhooks is heard when it is recorded, and its status has since when it is silent and its"
                    + " rhythm; switched off it is silent for nobody")
    void source() throws Exception {
        wire.portals("silent-2");
        String mapping = ",'defaults':{'supportGroup':'G1'},'mapping':{'responseId':'/id','ticketId':'/ticket',"
                + "'submittedAt':'/at','measures':{'csat':'/score'}}";
        Hook hook = new Hook("silent-2", "shop", SourceVendor.JSON).made(wire, mapping);
        String id = "r-" + UUID.randomUUID();
        byte[] body = Hook.bytes("{'id':'" + id + "','ticket':'T-1','score':1,'at':'" + Survey.now() + "'}");
        hook.send(body).then().statusCode(200);
        hook.send(body).then().statusCode(200); // the same has no second effect
        hook.newest("REPEATED");
        assertThat(events("silent-2", OriginKind.SOURCE, "shop")).isEqualTo(1);
        hook.of("status").then().body("rhythm", nullValue()).body("silentSince", nullValue());
        usual("silent-2", OriginKind.SOURCE, "shop");

        atOnce(at(Duration.ofHours(3)), 2);

        assertThat(told("silent-2", 1).get(0).at("/origin/name").asText()).isEqualTo("shop");
        hook.of("status")
                .then()
                .body("silentSince", notNullValue())
                .body("rhythm.byHour", hasSize(168))
                .body("rhythm.perWeek", notNullValue())
                .body("rhythm.alarmAt", notNullValue());

        hook.entry(wire, mapping + ",'active':false");
        await().atMost(SOON)
                .until(() ->
                        !directory.require("silent-2").sources().get("shop").active());
        atOnce(at(Duration.ofHours(4)), 1);
        hook.of("status").then().body("silentSince", nullValue());
        atOnce(at(Duration.ofHours(5)), 1);
        assertThat(told("silent-2")).hasSize(1);
    }

    @Test
    @DisplayName("A11: a key is heard by its id, also within a batch, and a revoked one raises no alarm")
    void key() throws Exception {
        wire.portals("silent-3");
        String secret = "secret-" + UUID.randomUUID();
        AccessKey key = KeyBuilder.key(Sha256.hex(secret))
                .portal("silent-3")
                .scopes(Scope.SURVEYS_WRITE)
                .build();
        published(key);
        await().atMost(SOON)
                .until(() -> Door.with(secret)
                                .contentType("application/x-ndjson")
                                .body((survey("silent-3").json() + "\n"
                                                + survey("silent-3").json())
                                        .getBytes(UTF_8))
                                .post("/v1/surveys/batch")
                                .statusCode()
                        == 202);
        await().atMost(SOON).until(() -> events("silent-3", OriginKind.KEY, key.keyId()) == 2);
        usual("silent-3", OriginKind.KEY, key.keyId());
        published(new AccessKey(
                key.portal(), key.keyId(), key.name(), key.hash(), key.scopes(), key.portals(), null, true));
        await().atMost(SOON).until(() -> empty(secret) == 401);

        atOnce(at(Duration.ofHours(3)), 1);
        assertThat(told("silent-3")).isEmpty();

        published(key);
        await().atMost(SOON).until(() -> empty(secret) == 202);
        atOnce(at(Duration.ofHours(3)), 1);
        assertThat(told("silent-3", 1).get(0).at("/origin/name").asText()).isEqualTo("CRM");
    }

    @Test
    @DisplayName("A11: of the programs on Kafka of one portal the thousand that were heard last are kept")
    void bounded() throws Exception {
        jdbi.useHandle(db -> db.createUpdate(
                        """
                        INSERT INTO heard_origin (portal, kind, id, last_at)
                        SELECT 'silent-4', 'EVENT_SOURCE', 'crm-' || n, now() - n * interval '1 minute'
                        FROM generate_series(1, 1100) n""")
                .execute());

        atOnce(at(Duration.ZERO), 1);

        int oldest = jdbi.withHandle(db -> db.createQuery(
                        "SELECT max(CAST(substr(id, 5) AS int)) FROM heard_origin WHERE portal = 'silent-4'")
                .mapTo(Integer.class)
                .one());
        assertThat(oldest).isEqualTo(1_000);
    }

    @Test
    @DisplayName(
            "A7: the first response in quarantine is told at once, the next ones an hour later together, each once")
    void quarantine() throws Exception {
        wire.portals("waits-1");
        Survey first = survey("waits-1").with("supportGroup", "GONE");
        wire.publish("first", first);
        Door.awaitState(first, "QUARANTINED");
        quarantines(Duration.ZERO);
        assertThat(told("waits-1", 1)).hasSize(1);

        Survey second = survey("waits-1").with("supportGroup", "GONE").score("csat", 9);
        Survey third = survey("waits-1").score("csat", 9).score("nps", 11);
        wire.publish("second", second);
        wire.publish("third", third);
        Door.awaitState(second, "QUARANTINED");
        Door.awaitState(third, "QUARANTINED");
        quarantines(Duration.ofMinutes(50));
        assertThat(told("waits-1")).hasSize(1);
        quarantines(Duration.ofMinutes(70));
        quarantines(Duration.ofHours(3));

        List<JsonNode> told = told("waits-1", 2);
        assertThat(told).hasSize(2);
        assertThat(told.get(0).get("fresh").asInt()).isEqualTo(1);
        assertThat(told.get(1).get("fresh").asInt()).isEqualTo(2);
        assertThat(told.get(1).get("waiting").asInt()).isEqualTo(3);
        assertThat(told.get(1).get("reasons").toString())
                .isEqualTo(
                        "[{\"pointer\":\"/measures\",\"responses\":2},{\"pointer\":\"/supportGroup\",\"responses\":1}]");
    }

    private void published(AccessKey key) {
        producer.sendAll(List.of(
                OutboundEvent.of(Topics.ACCESS, key.hash(), UUID.randomUUID().toString(), EventTypes.KEY, key)));
    }

    /** How a batch of nothing is answered. */
    private static int empty(String secret) {
        return Door.with(secret).body("[]").post("/v1/surveys/batch").statusCode();
    }

    /** What was told of a portal, once nothing is on its way any more. */
    private List<JsonNode> told(String portal) {
        await().atMost(SOON).until(() -> unpublished(portal) == 0);
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.OPERATIONS, portal);
    }

    private List<JsonNode> told(String portal, int atLeast) {
        return await().atMost(SOON).until(() -> told(portal), told -> told.size() >= atLeast);
    }

    private static List<String> types(String portal) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.OPERATIONS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(portal))
                .map(record -> Wire.header(record, "ce_type"))
                .toList();
    }

    private long unpublished(String portal) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT count(*) FROM outbox WHERE topic = :topic AND key = :portal")
                        .bind("topic", Topics.OPERATIONS)
                        .bind("portal", portal)
                        .mapTo(Long.class)
                        .one());
    }

    private static Survey survey(String portal) {
        return new Survey().with("portal", portal);
    }

    private Clock at(Duration later) {
        return Clock.fixed(now.plus(later), ZoneOffset.UTC);
    }

    /** So many new instances look at the same time, each until it knows that all was read that Kafka had. */
    private void atOnce(Clock clock, int instances) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(instances);
        try {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < instances; i++) {
                SilenceWatch watch = watch(clock);
                looks.add(pool.submit(
                        () -> await().pollDelay(Duration.ZERO).atMost(SOON).until(() -> watch.look()
                                .isPresent())));
            }
            for (Future<?> look : looks) {
                look.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private SilenceWatch watch(Clock clock) {
        return new SilenceWatch(
                jdbi,
                migrations,
                directory,
                names,
                heard,
                rhythms,
                outbox,
                kafka,
                new SimpleMeterRegistry(),
                clock,
                Duration.ZERO,
                ConfigProvider.getConfig());
    }

    private void quarantines(Duration later) throws Exception {
        new QuarantineWatch(jdbi, migrations, directory, outbox, at(later)).look();
    }

    /** It was heard every other minute of the last three weeks. */
    private void usual(String portal, OriginKind kind, String id) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        jdbi.useHandle(db -> db.createUpdate(
                        """
                        INSERT INTO heard_hour (portal, kind, id, hour, minutes, events)
                        SELECT :portal, :kind, :id, CAST(:hour AS timestamptz) - n * interval '1 hour', :minutes, :events
                        FROM generate_series(1, :hours) n ON CONFLICT (portal, kind, id, hour) DO UPDATE
                        SET minutes = EXCLUDED.minutes, events = EXCLUDED.events""")
                .bind("portal", portal)
                .bind("kind", kind.name())
                .bind("id", id)
                .bind("hour", hour.toString())
                .bind("minutes", EVERY_OTHER_MINUTE)
                .bind("events", EVERY_OTHER_MINUTE_EVENTS)
                .bind("hours", THREE_WEEKS)
                .execute());
    }

    private Instant lastAt(String portal, String id) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT last_at FROM heard_origin WHERE portal = :portal AND id = :id")
                        .bind("portal", portal)
                        .bind("id", id)
                        .mapTo(Instant.class)
                        .findOne()
                        .orElse(null));
    }

    private long events(String portal, OriginKind kind, String id) {
        return jdbi.withHandle(db -> db.createQuery(
                        "SELECT coalesce(sum(events), 0) FROM heard_hour WHERE portal = :portal AND kind = :kind AND id = :id")
                .bind("portal", portal)
                .bind("kind", kind.name())
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }
}
