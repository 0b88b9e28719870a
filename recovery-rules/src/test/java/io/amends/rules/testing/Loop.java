package io.amends.rules.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.contracts.directory.DirectoryEntry;
import io.amends.kit.event.EventHeaders;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The neighbours of recovery-rules on real Kafka: the directory's owner, the recorder, and whoever reads decisions. */
@ApplicationScoped
public class Loop {
    private final EventProducer producer;
    private final String bootstrap;

    Loop(EventProducer producer, @ConfigProperty(name = "amends.kafka") String bootstrap) {
        this.producer = producer;
        this.bootstrap = bootstrap;
    }

    /** Publishes a portal; single quotes stand for double ones. Returns the directory offset that contains it. */
    public long portal(String cpc, String fields) {
        return entry(EventTypes.PORTAL, cpc, "portal", cpc, "{'name':'Acme'" + fields + "}");
    }

    public long group(String cpc, String rgid, String fields) {
        return entry(EventTypes.GROUP, cpc, "group", rgid, "{'name':'Network'" + fields + "}");
    }

    /** A contact of that name. */
    public long contact(String cpc, String code, String name) {
        return entry(EventTypes.CONTACT, cpc, "contact", code, "{'name':'" + name + "'}");
    }

    private long entry(String type, String cpc, String kind, String code, String json) {
        try {
            JsonNode entry = Json.MAPPER.readTree(json.replace('\'', '"'));
            OutboundEvent event = OutboundEvent.of(
                    Topics.DIRECTORY,
                    cpc + "/" + kind + "/" + code,
                    UUID.randomUUID().toString(),
                    type,
                    new DirectoryEntry(cpc, code, entry));
            return producer.sendRecord(new EventHeaders("amends/dashboard-api", Instant.now()).record(event))
                            .get()
                            .offset()
                    + 1;
        } catch (Exception e) {
            throw new IllegalStateException(json, e);
        }
    }

    /** Saves these rules as the draft of a portal, and publishes them. */
    public void publish(String cpc, String ruleSet) {
        given().contentType("application/json")
                .body(ruleSet)
                .put("/v1/portals/{cpc}/rule-set/draft", cpc)
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body("{\"reason\":\"the next\"}")
                .post("/v1/portals/{cpc}/rule-set/publish", cpc)
                .then()
                .statusCode(201);
    }

    public void recorded(SurveyRecorded survey) {
        send(EventTypes.SURVEY_RECORDED, survey.response().ticketKey(), survey);
    }

    public void send(String type, String key, Object data) {
        producer.sendAll(
                List.of(OutboundEvent.of(Topics.RECORDED, key, UUID.randomUUID().toString(), type, data)));
    }

    /** All records of a topic that satisfy a condition, once there are that many. */
    public List<ConsumerRecord<byte[], byte[]>> await(String topic, int count, Predicate<String> value) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest", "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = client.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            client.assign(partitions);
            client.seekToBeginning(partitions);
            // The client waits by itself.
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        for (ConsumerRecord<byte[], byte[]> record : client.poll(Duration.ofMillis(200))) {
                            if (record.value() != null && value.test(new String(record.value(), UTF_8))) {
                                found.add(record);
                            }
                        }
                        return found.size() >= count;
                    });
        }
        return found;
    }
}
