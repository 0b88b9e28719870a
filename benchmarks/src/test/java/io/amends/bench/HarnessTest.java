package io.amends.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harness that is wrong measures nothing. */
class HarnessTest {

    @DisplayName("quantiles are by nearest rank")
    @Test
    void quantiles() {
        List<Double> values =
                IntStream.rangeClosed(1, 200).mapToObj(n -> (double) n).toList();

        assertThat(Numbers.median(values)).isEqualTo(100);
        assertThat(Numbers.quantile(values, 0.99)).isEqualTo(198);
        assertThat(Numbers.quantile(values, 1)).isEqualTo(200);
        assertThat(Numbers.quantile(values, 0)).isEqualTo(1);
        assertThatThrownBy(() -> Numbers.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @DisplayName("every contender runs once for warmth and then equally often, shuffled by the seed")
    @Test
    void rounds() throws Exception {
        List<String> order = new ArrayList<>();
        List<Contender> contenders = List.of(contender("a", order), contender("b", order));

        Map<String, List<Double>> rates = Rounds.run(contenders, 10, 7);

        assertThat(rates.get("a")).hasSize(10);
        assertThat(rates.get("b")).hasSize(10);
        assertThat(order).hasSize(22).startsWith("a", "b");
        assertThat(String.join("", order.subList(2, 22))).doesNotMatch("(ab)+|a+b+|b+a+");
    }

    @DisplayName("a failure under way is not counted as a success")
    @Test
    void failures() throws Exception {
        InFlight inFlight = new InFlight(2);
        inFlight.start(() -> CompletableFuture.completedFuture(null));
        inFlight.start(() -> CompletableFuture.failedFuture(new java.io.IOException("refused")));

        assertThatThrownBy(inFlight::await).hasRootCauseMessage("refused");
    }

    @DisplayName("what is posted is a canonical survey response, each of its own")
    @Test
    void surveys() throws Exception {
        Surveys surveys = new Surveys("bench-1", 1);
        Surveys.Survey first = surveys.next();
        SurveyResponse response = Json.read(first.json(), SurveyResponse.class);

        assertThat(response.ticketKey()).isEqualTo(first.key());
        assertThat(first.json()).hasSizeBetween(450, 800);
        assertThat(surveys.next(100))
                .extracting(Surveys.Survey::id)
                .doesNotHaveDuplicates()
                .doesNotContain(first.id());
        assertThat(new String(Surveys.lines(surveys.next(3)), java.nio.charset.StandardCharsets.UTF_8).lines())
                .hasSize(3);
    }

    @DisplayName("the report shows ratios of medians, and writes the same as JSON")
    @Test
    void report(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        BenchReport report = new BenchReport(new PrintStream(shown, true, "UTF-8"), 1);

        report.rates("taking in", Map.of("peer", List.of(100.0), "ours", List.of(20.0, 25.0, 90.0)), List.of("peer"));
        report.latencyTitle("visible");
        report.latency("visible", "single", List.of(0.5));
        report.write(folder.resolve("result/benchmark.json"));

        JsonNode json =
                Json.MAPPER.readTree(folder.resolve("result/benchmark.json").toFile());
        assertThat(json.at("/taking in/ours/ratio/peer").asDouble()).isEqualTo(0.25);
        assertThat(json.at("/visible/single/p99").asDouble()).isEqualTo(0.5);
        assertThat(shown.toString("UTF-8")).contains("0.25").contains("0.500");
    }

    @DisplayName("what takes an hour is measured only where it is named")
    @Test
    void parts() {
        assertThat(BenchRequest.of(new String[] {"."}, List.of("a", "b"), "long")
                        .parts())
                .containsExactly("a", "b");
        assertThat(BenchRequest.of(new String[] {".", "long", "7"}, List.of("a", "b"), "long"))
                .satisfies(asked -> assertThat(asked.parts()).containsExactly("long"))
                .satisfies(asked -> assertThat(asked.seed()).isEqualTo(7));
    }

    @DisplayName("the heap is what the generations use, without what is kept of classes; what is not said is no zero")
    @Test
    void heap() {
        String serial =
                """
                4711:
                 def new generation   total 78656K, used 1024K [0x00000000d0000000, 0x00000000d5550000)
                  eden space 69952K,   1% used [0x00000000d0000000, 0x00000000d0100000)
                 tenured generation   total 174784K, used 50176K [0x00000000d5550000, 0x00000000e0000000)
                   the space 174784K,  28% used [0x00000000d5550000, 0x00000000d8650000)
                 Metaspace       used 91234K, committed 92160K, reserved 1114112K
                  class space    used 11000K, committed 11264K, reserved 1048576K
                """;
        String g1 =
                "4711:\n garbage-first heap   total 262144K, used 51200K [0x00000000f0000000, 0x0000000100000000)\n";

        assertThat(ServiceMemory.heapMiB(serial)).isEqualTo(50);
        assertThat(ServiceMemory.heapMiB(g1)).isEqualTo(50);
        assertThatThrownBy(() -> ServiceMemory.heapMiB("nothing")).isInstanceOf(IllegalStateException.class);
    }

    @DisplayName("rows of a file that are made piece by piece are those of the whole file")
    @Test
    void rows() throws Exception {
        List<Surveys.Survey> three = new Surveys("bench-1", 1).next(3);

        assertThat(new String(Surveys.csv(three), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(Surveys.csvHead()
                        + Surveys.csvRows(three.subList(0, 1))
                        + Surveys.csvRows(three.subList(1, 3)));
    }

    private static Contender contender(String name, List<String> order) {
        return new Contender(name, () -> {
            order.add(name);
            return 1.0;
        });
    }
}
