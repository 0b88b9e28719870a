package io.amends.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a benchmark was asked for.
 *
 * @param root the repository's
 * @param parts what is measured, in the order asked for; the usual ones where none is named
 * @param seed given, or the time
 */
public record BenchRequest(Path root, List<String> parts, long seed) {

    /**
     * Reads a command line: the root, then parts and a seed in any order.
     *
     * @param usual the parts that are measured where none is named
     * @param named those that take so long that they are measured only where they are named
     * @throws NumberFormatException if a word is neither a part nor a seed
     */
    public static BenchRequest of(String[] arguments, List<String> usual, String... named) {
        List<String> parts = new ArrayList<>();
        long seed = System.currentTimeMillis();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            if (usual.contains(argument) || List.of(named).contains(argument)) {
                parts.add(argument);
            } else {
                seed = Long.parseLong(argument);
            }
        }
        return new BenchRequest(
                Path.of(arguments[0]).toAbsolutePath().normalize(), parts.isEmpty() ? usual : parts, seed);
    }
}
