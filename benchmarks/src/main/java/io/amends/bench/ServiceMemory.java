package io.amends.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a service of {@code ./amends up} for the memory that it holds: Linux for its process, its JVM for the heap. */
final class ServiceMemory {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    // Of the serial collector each generation has a line, of G1 the heap as a whole.
    private static final Pattern USED =
            Pattern.compile("(?m)^\\s*(?:def new generation|tenured generation|garbage-first heap)\\b.*?used (\\d+)K");
    private static final double KIB_OF_MIB = 1024;

    private final long pid;

    /**
     * @param root of the repository in which {@code ./amends up} runs
     * @throws IllegalStateException if the service does not run there
     */
    ServiceMemory(Path root, String service) throws IOException {
        Path state = root.resolve(".amends/state.json");
        long found = 0;
        if (Files.exists(state)) {
            for (JsonNode piece : Json.MAPPER.readTree(state.toFile()).path("pieces")) {
                found = piece.path("name").asText().equals(service)
                        ? piece.path("pid").asLong()
                        : found;
            }
        }
        if (found == 0) {
            throw new IllegalStateException(service + " is measured beside ./amends up of this checkout");
        }
        pid = found;
    }

    /** Has garbage collected, and looks. */
    MemoryPoint now(String when, long rows) throws IOException, InterruptedException {
        jcmd("GC.run");
        double heap = heapMiB(jcmd("GC.heap_info"));
        String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        return new MemoryPoint(when, rows, sum(RESIDENT, status) / KIB_OF_MIB, heap);
    }

    /** What the JVM says is in use, without what it keeps of classes. */
    static double heapMiB(String heapInfo) {
        return sum(USED, heapInfo) / KIB_OF_MIB;
    }

    private static long sum(Pattern figure, String told) {
        Matcher found = figure.matcher(told);
        long sum = found.results()
                .map((MatchResult one) -> one.group(1))
                .mapToLong(Long::parseLong)
                .sum();
        if (sum == 0) {
            throw new IllegalStateException("no such figure in: " + told);
        }
        return sum;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(program.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + said);
        }
        return said;
    }
}
