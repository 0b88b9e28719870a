package io.amends.bench.rules;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.event.EventHeaders;
import io.amends.kit.event.OutboundEvent;
import io.amends.rules.decision.Policies;
import io.amends.rules.events.DecisionWriter;
import io.amends.rules.events.RecordedEvent;
import io.amends.rules.events.RecordedReader;
import io.amends.rules.matching.RuleBook;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serdes.ByteArraySerde;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The same function as a Kafka Streams application: at least once, all replicas, lz4, batches as large as the kit's. */
final class StreamsPeer {
    private static final Duration GIVE_UP = Duration.ofMinutes(3);

    private final Broker broker;
    private final String from;
    private final String to;
    private final RuleBook book;
    private final Policies policies;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong start = new AtomicLong();

    StreamsPeer(Broker broker, String from, String to, RuleBook book, Policies policies) {
        this.broker = broker;
        this.from = from;
        this.to = to;
        this.book = book;
        this.policies = policies;
    }

    /**
     * Records per second from the first that is processed until Kafka has the last decision.
     *
     * @param streaming with the stage's own reader and writer, instead of databind
     */
    double run(int records, boolean streaming) throws Exception {
        long wanted = broker.written(to) + records;
        start.set(0);
        StreamsBuilder topology = new StreamsBuilder();
        topology.stream(from, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .process(() -> new DecisionProcessor(streaming))
                .to(to, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        long deadline = System.nanoTime() + GIVE_UP.toNanos();
        try (KafkaStreams streams = new KafkaStreams(topology.build(), settings())) {
            streams.start();
            while (broker.written(to) < wanted) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the Streams application is too slow");
                }
                Thread.sleep(2);
            }
            return records / ((System.nanoTime() - start.get()) / 1e9);
        }
    }

    private Properties settings() throws Exception {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-" + UUID.randomUUID());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap);
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory("amends-bench-streams-").toString());
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, ByteArraySerde.class);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        settings.put(StreamsConfig.consumerPrefix("max.poll.records"), 2_000);
        return settings;
    }

    private final class DecisionProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
        private final boolean streaming;

        private DecisionProcessor(boolean streaming) {
            this.streaming = streaming;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            start.compareAndSet(0, System.nanoTime());
            CloudEvent event = CloudEvents.read(record.headers(), record.value());
            OutboundEvent decided = streaming ? streamed(event) : bound(event);
            if (decided != null) {
                ProducerRecord<byte[], byte @Nullable []> out =
                        new EventHeaders("amends/recovery-rules", clock.instant()).record(decided);
                context().forward(new Record<>(out.key(), out.value(), record.timestamp(), out.headers()));
            }
        }

        private @Nullable OutboundEvent bound(CloudEvent event) {
            RecoveryDecided decision = decide(event.read(SurveyRecorded.class));
            return decision == null ? null : event(decision, Json.event(decision));
        }

        private @Nullable OutboundEvent streamed(CloudEvent event) {
            RecordedEvent recorded = RecordedReader.read(event.data(), portal -> book);
            RecoveryDecided decision = decide(recorded.survey());
            return decision == null ? null : event(decision, DecisionWriter.write(decision, recorded));
        }

        private @Nullable RecoveryDecided decide(SurveyRecorded survey) {
            return StageBench.DECIDER.decide(
                    survey, policies.of(survey.response().supportGroup()), book, clock.instant());
        }

        private OutboundEvent event(RecoveryDecided decision, byte[] data) {
            String key = decision.response().ticketKey();
            return new OutboundEvent(to, key, decision.decisionId(), EventTypes.RECOVERY_DECIDED, key, data);
        }
    }
}
