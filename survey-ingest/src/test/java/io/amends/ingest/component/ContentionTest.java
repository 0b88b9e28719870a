package io.amends.ingest.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.ingest.recorder.RecorderStep;
import io.amends.kit.failure.Failures;
import io.amends.kit.inbound.Received;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several instances at once: each has partitions of its own, and they carry the same tickets. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class ContentionTest {
    private static final int INSTANCES = 4;

    private Wire wire;

    @Inject
    RecorderStep recorder;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void portals() {
        wire = new Wire();
        wire.portals("acme");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    @DisplayName("A4: instances that get the same tickets at once agree on who replaces whom, and never deadlock")
    void sameTickets() throws Exception {
        List<String> tickets =
                IntStream.range(0, 5).mapToObj(i -> "T-" + UUID.randomUUID()).toList();
        List<List<Survey>> byTicket = new ArrayList<>();
        List<byte[]> all = new ArrayList<>();
        for (String ticket : tickets) {
            List<Survey> surveys = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Survey survey = new Survey()
                        .with("ticketId", ticket)
                        .with(
                                "submittedAt",
                                Survey.now().minusSeconds(90_000 - i * 60).toString());
                surveys.add(survey);
                all.add(survey.bytes());
            }
            byTicket.add(surveys);
        }

        atOnce(all);

        for (List<Survey> surveys : byTicket) {
            for (int i = 0; i + 1 < surveys.size(); i++) {
                JsonPath standing = Door.await(surveys.get(i), s -> true);
                assertThat(standing.getString("replacedBy"))
                        .isEqualTo(surveys.get(i + 1).id());
            }
            assertThat(Door.await(surveys.get(39), s -> true).getString("state"))
                    .isEqualTo("RECORDED");
        }
        assertThat(deadlocks()).isZero();
    }

    @Test
    @DisplayName("A3: versions of one new response with different tickets, at once: the newest wins, versions count up")
    void sameResponse() throws Exception {
        Survey survey = new Survey();
        List<byte[]> versions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            versions.add(survey.with("ticketId", "T" + i + survey.id())
                    .with("updatedAt", Survey.now().minusSeconds(1_000 - i).toString())
                    .bytes());
        }

        atOnce(versions);

        JsonPath standing = Door.await(survey, s -> true);
        assertThat(standing.getString("ticketId")).isEqualTo("T59" + survey.id());
        List<Integer> counted = standing.getList("history.version");
        counted.removeIf(v -> v == null);
        assertThat(counted)
                .isEqualTo(IntStream.rangeClosed(1, counted.size()).boxed().toList());
        assertThat(standing.getList("history")).hasSize(60);
    }

    /** What PostgreSQL had to break, after a second that it took each time. */
    private long deadlocks() {
        return jdbi.withHandle(
                h -> h.select("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                        .mapTo(Long.class)
                        .one());
    }

    /** Shuffles, deals and processes in small polls, tried again in place as the kit does. */
    private void atOnce(List<byte[]> bodies) throws Exception {
        Collections.shuffle(bodies, new Random(1));
        ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            int instance = i;
            running.add(instances.submit(() -> {
                List<Received> poll = new ArrayList<>();
                for (int n = instance; n < bodies.size(); n += INSTANCES) {
                    poll.add(received(instance, n, bodies.get(n)));
                    if (poll.size() == 5) {
                        untilDone(List.copyOf(poll));
                        poll.clear();
                    }
                }
                untilDone(poll);
                return null;
            }));
        }
        for (Future<?> instance : running) {
            instance.get();
        }
        instances.shutdown();
    }

    private void untilDone(List<Received> poll) throws InterruptedException {
        while (true) {
            try {
                assertThat(recorder.process(poll)).isEmpty();
                return;
            } catch (RuntimeException e) {
                if (!Failures.isTransient(e)) {
                    throw e;
                }
            }
        }
    }

    private static Received received(int partition, long offset, byte[] body) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        headers.add("ce_source", "crm".getBytes(UTF_8));
        headers.add("ce_type", EventTypes.SURVEY_SUBMITTED.getBytes(UTF_8));
        return new Received(Topics.SUBMITTED, partition, offset, Instant.now(), null, body, headers);
    }
}
