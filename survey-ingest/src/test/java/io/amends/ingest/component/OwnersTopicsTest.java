package io.amends.ingest.component;

import static io.amends.ingest.component.Wire.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Topics;
import io.amends.kit.inbound.DeadLetters;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.GuardedBroker;
import io.amends.local.testing.GuardedKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Owners who publish to topics of their own, on a Kafka that asks everybody who they are. The service signs in as
 * survey-ingest over TLS and may do what {@code deploy/kafka/acls} allows, and nothing else.
 */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(
        value = GuardedBroker.class,
        initArgs = {
            @ResourceArg(name = "user", value = "survey-ingest"),
            @ResourceArg(
                    name = "owners",
                    value = OwnersTopicsTest.ACME + "=" + OwnersTopicsTest.ACMES + ",beta=" + OwnersTopicsTest.BETAS
                            + ",ghost=" + OwnersTopicsTest.GHOSTS + ",late=" + OwnersTopicsTest.LATES
                            + ",moved=" + OwnersTopicsTest.MOVEDS)
        },
        restrictToAnnotatedClass = true)
class OwnersTopicsTest {
    static final String ACME = "acme";
    static final String ACMES = "crm.acme.surveys";
    static final String BETAS = "crm.beta.surveys";
    static final String GHOSTS = "crm.ghost.surveys";
    static final String LATES = "crm.late.surveys";
    static final String MOVEDS = "crm.moved.surveys";

    @Inject
    Jdbi jdbi;

    GuardedKafka kafka;
    private Wire wire;

    @BeforeEach
    void portals() {
        wire = new Wire(kafka.keeper());
        wire.portals(ACME, "beta");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    @DisplayName("H3: what an owner publishes is recorded in the topic's portal, whether the body names it or not")
    void recorded() throws Exception {
        Survey named = new Survey();
        Survey unnamed = new Survey().without("portal");
        publish(ACME, ACMES, "named", named.bytes());
        publish(ACME, ACMES, "unnamed", unnamed.bytes());
        publish(
                ACME,
                ACMES,
                "blank",
                new Survey().with("portal", " ").with("responseId", "r-blank").bytes());

        Door.awaitState(named, "RECORDED");
        Door.awaitState(unnamed.with("portal", ACME), "RECORDED");
        assertThat(wire.recorded(unnamed.id(), 1))
                .allMatch(event -> Wire.data(event).path("portal").asText().equals(ACME));
        assertThat(wire.recorded("r-blank", 1))
                .allMatch(event -> Wire.data(event).path("portal").asText().equals(ACME));
    }

    @Test
    @DisplayName("H3: a body of another portal is a dead letter that says so, and is recorded nowhere")
    void anotherPortal() throws Exception {
        Survey foreign = new Survey().with("portal", "beta");
        publish(ACME, ACMES, "foreign", foreign.bytes());

        ConsumerRecord<byte[], byte[]> letter = wire.deadLetter(ACMES, "foreign");
        assertThat(letter.value()).isEqualTo(foreign.bytes());
        assertThat(header(letter, DeadLetters.REASON))
                .isEqualTo("/portal: is beta, and what comes by this topic is of the portal acme");
        assertThat(Door.get("beta", foreign.id()).statusCode()).isEqualTo(404);
        assertThat(Door.get(ACME, foreign.id()).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("H3: the same event id on two owners' topics is two deliveries, one in each portal")
    void sameIdTwice() throws Exception {
        Survey one = new Survey().without("portal");
        Survey other = new Survey().without("portal");
        String id = UUID.randomUUID().toString();
        publish(ACME, ACMES, id, one.bytes());
        publish("beta", BETAS, id, other.bytes());

        Door.awaitState(one.with("portal", ACME), "RECORDED");
        Door.awaitState(other.with("portal", "beta"), "RECORDED");
    }

    @Test
    @DisplayName("H3: a topic of a portal that the directory does not know waits for it, and then is a dead letter")
    void unknownPortal() throws Exception {
        publish("ghost", GHOSTS, "ghost", new Survey().without("portal").bytes());

        assertThat(header(wire.deadLetter(GHOSTS, "ghost"), DeadLetters.REASON))
                .startsWith("the directory does not know the portal");
    }

    @Test
    @DisplayName("H3: what waited for its portal is recorded in the topic's portal, too")
    void portalThatComesLate() throws Exception {
        Survey early = new Survey().without("portal");
        publish("late", LATES, "early", early.bytes());
        wire.portals("late");

        Door.awaitState(early.with("portal", "late"), "RECORDED");
    }

    @Test
    @DisplayName("H3: what waited for its portal stays of that portal, though its topic is another one's by now")
    void topicThatMoves() throws Exception {
        Survey early = new Survey().without("portal");
        publish("moved", MOVEDS, "early", early.bytes());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbi.withHandle(db -> db.createUpdate(
                                        "update parked set topic = :beta, position = 999, accepted_at = clock_timestamp()"
                                                + " where topic = :moved")
                                .bind("beta", BETAS)
                                .bind("moved", MOVEDS)
                                .execute())
                        == 1);
        wire.portals("moved");

        Door.awaitState(early.with("portal", "moved"), "RECORDED");
        assertThat(Door.get("beta", early.id()).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("H3: the common topic and the HTTP door serve every portal beside it")
    void commonTopic() {
        Survey direct = new Survey().with("portal", "beta");
        Survey posted = new Survey();
        wire.publish("direct", direct);
        Door.post(posted.json()).then().statusCode(202);

        Door.awaitState(direct, "RECORDED");
        Door.awaitState(posted, "RECORDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {BETAS, Topics.SUBMITTED, Topics.RECORDED, Topics.DIRECTORY, ACMES + ".recorder.dlq"})
    @DisplayName("H3: an owner writes to no topic but its own")
    void writesElsewhere(String topic) {
        assertThatThrownBy(() -> publish(ACME, topic, "elsewhere", new Survey().bytes()))
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {ACMES, BETAS, Topics.SUBMITTED, Topics.RECORDED, Topics.DIRECTORY})
    @DisplayName("H3: an owner reads no topic, its own neither")
    void reads(String topic) {
        try (KafkaConsumer<byte[], byte[]> reader =
                new KafkaConsumer<>(kafka.client(ACME), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(List.of(new TopicPartition(topic, 0)));
            reader.seekToBeginning(reader.assignment());

            assertThatThrownBy(() -> reader.poll(Duration.ofSeconds(10))).isInstanceOf(AuthorizationException.class);
        }
    }

    private void publish(String owner, String topic, String eventId, byte[] data)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka.client(owner));
        settings.put("acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(Wire.binary(topic, null, eventId, data)).get();
        }
    }
}
