package io.amends.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.local.process.Ports;
import io.amends.local.testing.Forwarder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The front door while what is behind it is away: PostgreSQL does not close it, Kafka closes it with an honest answer. */
@Timeout(240)
class AwayTest {
    private static final String INGEST = "AMENDS_INGEST_PORT";

    private static RunningStack stack;
    private static Api api;

    @BeforeAll
    static void up() {
        stack = RunningStack.shared();
        api = new Api(stack);
        assertThat(api.put("AMENDS_DASHBOARD_PORT", "/v1/portals/away", "{'name':'Away','timeZone':'Etc/UTC'}")
                        .status())
                .isEqualTo(201);
        assertThat(api.put("AMENDS_DASHBOARD_PORT", "/v1/portals/away/groups/NET", "{'name':'Network'}")
                        .status())
                .isEqualTo(201);
        // What is taken away next must not be on its way still.
        assertThat(api.post(INGEST, "/v1/surveys", survey("first")).status()).isEqualTo(202);
        await("the directory is known").atMost(Duration.ofSeconds(30)).until(() -> isRecorded("first"));
    }

    @Test
    @DisplayName(
            "A1: survey-ingest starts and takes surveys without PostgreSQL, leaves recording them to an instance that"
                    + " has it, and joins in once it is back")
    void withoutPostgres() throws Exception {
        try (Forwarder postgres = new Forwarder(stack.port("AMENDS_POSTGRES_PORT"))) {
            int port = Ports.free();
            Process second = ingest(port, postgres.port());
            try {
                await("ready without a database")
                        .atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> status(port, "/q/health/ready", null) == 200);
                for (int i = 0; i < 20; i++) {
                    assertThat(status(port, "/v1/surveys", survey("db-" + i))).isEqualTo(202);
                }
                // It holds no partitions that it could not work on: the one that has a database records them.
                await("all are recorded").atMost(Duration.ofSeconds(60)).until(() -> recorded() == 20);
                assertThat(live(port)).contains("retrying");

                postgres.open();

                await("it records as well").atMost(Duration.ofSeconds(60)).until(() -> live(port)
                        .contains("well, lag"));
                assertThat(second.isAlive()).isTrue();
            } finally {
                second.destroy();
                second.waitFor(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    @DisplayName("A1: with Kafka away a post is refused with 503 and Retry-After, never accepted in vain")
    void withoutKafka() throws Exception {
        long kafka = stack.process("kafka").orElseThrow().pid();
        signal("STOP", kafka);
        try {
            HttpResponse<String> refused = Api.CLIENT.send(
                    api.request(INGEST, "/v1/surveys")
                            .timeout(Duration.ofSeconds(60))
                            .POST(HttpRequest.BodyPublishers.ofString(survey("kafka-1")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        } finally {
            signal("CONT", kafka);
        }
        await("taken again")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> api.post(INGEST, "/v1/surveys", survey("kafka-1")).status() == 202);
        await("recorded").atMost(Duration.ofSeconds(60)).until(() -> isRecorded("kafka-1"));
    }

    private static long recorded() {
        return IntStream.range(0, 20).filter(i -> isRecorded("db-" + i)).count();
    }

    private static boolean isRecorded(String id) {
        return api.get(INGEST, "/v1/surveys/" + id + "?cpc=away")
                .body()
                .path("state")
                .asText()
                .equals("RECORDED");
    }

    private static String survey(String id) {
        return Api.quotes(("{'portal':'away','responseId':'%s','ticketId':'T-%s','supportGroup':'NET',"
                        + "'measures':{'csat':5},'submittedAt':'%s'}")
                .formatted(id, id, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** One more survey-ingest, started as an operator starts it; without keys it hears loopback. */
    private static Process ingest(int port, int postgres) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-jar",
                        Path.of("../survey-ingest/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/away-ingest.log"));
        builder.environment()
                .putAll(Map.of(
                        "AMENDS_INGEST_PORT",
                        String.valueOf(port),
                        "AMENDS_KAFKA",
                        stack.kafka(),
                        "AMENDS_DB_URL",
                        "jdbc:postgresql://localhost:" + postgres + "/survey_ingest",
                        "AMENDS_DB_PASSWORD",
                        stack.credential("AMENDS_DB_PASSWORD"),
                        "AMENDS_TOPIC_PARTITIONS",
                        "4"));
        return builder.start();
    }

    private static int status(int port, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
        HttpRequest sent = body == null
                ? request.GET().build()
                : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return Api.CLIENT.send(sent, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String live(int port) throws IOException, InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/live"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return Api.CLIENT.send(asked, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
