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

    private static Contender contender(String name, List<String> order) {
        return new Contender(name, () -> {
            order.add(name);
            return 1.0;
        });
    }
}
