package io.amends.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured: a table to read, and JSON to compare later. Ratios are of medians within this one run. */
public final class BenchReport {
    private final PrintStream out;
    private final ObjectNode json = Json.MAPPER.createObjectNode();

    public BenchReport(PrintStream out, long seed) {
        this.out = out;
        String machine = machine();
        json.put("machine", machine).put("seed", seed);
        out.println(machine + ", seed " + seed);
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%d processors, Java %s, %s %s"
                .formatted(
                        runtime.availableProcessors(),
                        Runtime.version().feature(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }

    /** Rates of one comparison; every contender is shown as a share of each peer. */
    public void rates(String title, Map<String, List<Double>> rates, List<String> peers) {
        out.printf("%n%-32s %10s %17s", title, "median/s", "lowest..highest");
        peers.forEach(peer -> out.printf("  of %s", peer));
        out.println();
        ObjectNode group = json.putObject(title);
        rates.forEach((name, values) -> {
            double median = Numbers.median(values);
            out.printf(
                    Locale.ROOT,
                    "%-32s %10.0f %8.0f..%-7.0f",
                    name,
                    median,
                    Numbers.quantile(values, 0),
                    Numbers.quantile(values, 1));
            ObjectNode entry = group.putObject(name).put("median", median);
            ArrayNode each = entry.putArray("perSecond");
            values.forEach(each::add);
            ObjectNode ratios = entry.putObject("ratio");
            for (String peer : peers) {
                double ratio = median / Numbers.median(rates.getOrDefault(peer, List.of()));
                out.printf(Locale.ROOT, "  %" + (peer.length() + 3) + ".2f", ratio);
                ratios.put(peer, ratio);
            }
            out.println();
        });
    }

    public void latencyTitle(String title) {
        out.printf("%n%-32s %10s %10s %10s %10s%n", title, "p50 s", "p95 s", "p99 s", "max s");
        json.putObject(title);
    }

    public void latency(String title, String name, List<Double> seconds) {
        double[] shares = {0.5, 0.95, 0.99, 1};
        String[] names = {"p50", "p95", "p99", "max"};
        ObjectNode entry = json.withObject("/" + title).putObject(name);
        out.printf("%-32s", name);
        for (int i = 0; i < shares.length; i++) {
            double value = Numbers.quantile(seconds, shares[i]);
            out.printf(Locale.ROOT, " %10.3f", value);
            entry.put(names[i], value);
        }
        out.println();
    }

    /** A further figure of what {@link #latency} just told. */
    public void cost(String title, String name, String what, double value) {
        json.withObject("/" + title + "/" + name).put(what, value);
        out.printf(Locale.ROOT, "%32s %10.2f %s%n", "", value, what);
    }

    /** How much memory a service holds at several points of a long piece of work. */
    void memory(String title, List<MemoryPoint> points) {
        out.printf("%n%-32s %12s %14s %16s%n", title, "rows", "resident MiB", "heap after GC");
        ArrayNode all = json.putArray(title);
        for (MemoryPoint point : points) {
            out.printf(
                    Locale.ROOT,
                    "%-32s %12d %14.1f %16.1f%n",
                    point.when(),
                    point.rows(),
                    point.residentMiB(),
                    point.heapMiB());
            all.add(Json.MAPPER.valueToTree(point));
        }
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.toPrettyString() + "\n");
        out.println("\nwritten to " + file);
    }
}
