import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes one survey response straight to Kafka, with Apache Kafka's own client.
 *
 * <pre>java -cp 'kafka-clients-4.1.0.jar:slf4j-api-2.0.17.jar:…' PublishSurvey.java [--structured]</pre>
 */
public final class PublishSurvey {
    public static void main(String[] args) throws Exception {
        boolean structured = args.length > 0 && args[0].equals("--structured");
        String portal = setting("PORTAL", "acme");
        String responseId = setting("RESPONSE_ID", "java-" + UUID.randomUUID());
        String ticketId = "T-" + responseId;
        // The id of the event: the same again for a repetition, so that sending twice has one effect.
        String eventId = responseId + "-1";
        String survey = """
                {"portal": "%s", "responseId": "%s", "ticketId": "%s", "supportGroup": "%s",
                 "measures": {"csat": 2}, "comment": "Sent with Kafka's Java client.", "contactChoice": "YES",
                 "submittedAt": "%s"}""".formatted(portal, responseId, ticketId, setting("GROUP", "EMEA-NET"), Instant.now());

        // The key may be any; the ticket's keeps one ticket's responses in the order in which you send them.
        var message = new ProducerRecord<>(setting("TOPIC", "amends.surveys.submitted.v1"), portal + ":" + ticketId, structured
                ? """
                  {"specversion": "1.0", "id": "%s", "source": "/crm", "type": "amends.survey.submitted", "data": %s}"""
                  .formatted(eventId, survey)
                : survey);
        Map<String, String> headers = structured
                ? Map.of("content-type", "application/cloudevents+json")
                : Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", eventId,
                        "ce_source", "/crm",
                        "ce_type", "amends.survey.submitted");
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));

        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, setting("AMENDS_KAFKA", "127.0.0.1:9092"),
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, setting("CODEC", "zstd")),
                new StringSerializer(),
                new StringSerializer())) {
            // Accepted is what all in-sync replicas have: wait for it before you forget the survey.
            RecordMetadata place = producer.send(message).get();
            System.out.println(responseId + " is at " + place);
        }
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
