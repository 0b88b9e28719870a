package io.amends.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module as its rules see it.
 *
 * @param root the package that all of its packages are in
 * @param plain the packages of its plain core, with all below them, as ArchUnit writes them
 * @param known what it may know besides what every module may, as ArchUnit writes it
 */
public record House(String root, List<String> plain, List<String> known) {

    /** A module without a plain core yet. */
    public static House of(String root) {
        return new House(root, List.of(), List.of());
    }

    /**
     * Names the packages whose classes are plain Java.
     *
     * @param packages below the root; "" is the root itself, and so the whole module
     */
    public House plain(String... packages) {
        return new House(
                root,
                Arrays.stream(packages)
                        .map(name -> root + (name.isEmpty() ? "" : ".") + name + "..")
                        .toList(),
                known);
    }

    /** Names libraries of text and data that the plain core may use, or another module that this one may know. */
    public House knowing(String... packages) {
        return new House(
                root, plain, Arrays.stream(packages).map(name -> name + "..").toList());
    }

    String[] ownAnd(String... libraries) {
        return with(List.of(root + ".."), libraries);
    }

    String[] plainAnd(String... libraries) {
        return with(plain, libraries);
    }

    private String[] with(List<String> own, String... libraries) {
        List<String> all = new ArrayList<>(own);
        all.addAll(known);
        return Stream.concat(all.stream(), Arrays.stream(libraries)).toArray(String[]::new);
    }
}
