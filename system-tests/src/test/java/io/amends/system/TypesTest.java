package io.amends.system;

import static io.amends.system.Deployment.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the types of all modules together: how long a record is, and that a name means one thing. */
class TypesTest {
    private static final int MOST_COMPONENTS = 8;

    /** The names of types that mean the same wherever they are nested, and why they stand more than once. */
    private static final Map<String, String> SAME_MEANING =
            Map.of("Templates", "Qute's checked templates are a nested type of each page");

    private static final String GUILTY =
            """
            record Long(int a, int b, int c, int d, int e, int f, int g, int h, int i) {
                static final int NINE = 9;
                record Short(int a, int b, int c, int d, int e, int f, int g, int h) {
                    static final int EIGHT = 8;
                }
                interface Templates {}
            }
            """;

    @DisplayName("no record outside contracts has more than eight components: it is a value of named parts")
    @Test
    void records() {
        assertThat(tooLong(types(Deployment.modules().stream()
                        .filter(module -> !module.equals("contracts"))
                        .toList())))
                .isEmpty();
    }

    @DisplayName("a record with nine components would be found, and one with eight is none too many")
    @Test
    void longRecordIsFound(@TempDir Path folder) throws IOException {
        assertThat(tooLong(guilty(folder))).containsExactly("Long");
    }

    @DisplayName("the name of a top-level type means one thing: no other module has a type of that name")
    @Test
    void names() {
        assertThat(ambiguous(types(Deployment.modules()))).isEmpty();
    }

    @DisplayName("a name that another module has too would be found, also where it is nested there")
    @Test
    void ambiguousNameIsFound(@TempDir Path folder) throws IOException {
        List<DeclaredType> types = new ArrayList<>(guilty(folder));
        types.add(new DeclaredType("other", "", "Short", 0));
        types.add(new DeclaredType("other", "", "Templates", 0));
        types.add(new DeclaredType("other", "", "Only", 0));
        types.add(new DeclaredType("third", "PageView", "Only", 0));

        assertThat(ambiguous(types)).containsExactly("Short: guilty, other");
    }

    private static List<DeclaredType> guilty(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Long.java"), GUILTY);
        return DeclaredType.of("guilty", List.of(file));
    }

    private static List<DeclaredType> types(Collection<String> modules) {
        return modules.stream()
                .flatMap(module ->
                        DeclaredType.of(
                                module, JavaSources.below(ROOT.resolve(module).resolve("src/main/java")))
                                .stream())
                .toList();
    }

    private static List<String> tooLong(List<DeclaredType> types) {
        return types.stream()
                .filter(type -> type.components() > MOST_COMPONENTS)
                .map(DeclaredType::name)
                .toList();
    }

    /** The parts of a page are written with their view, and mean nothing beside it. */
    private static List<String> ambiguous(List<DeclaredType> types) {
        Map<String, Set<String>> modules = new TreeMap<>();
        types.stream().filter(type -> !type.outer().endsWith("View")).forEach(type -> modules.computeIfAbsent(
                        type.name(), name -> new TreeSet<>())
                .add(type.module()));
        return types.stream()
                .filter(type -> type.topLevel() && !SAME_MEANING.containsKey(type.name()))
                .map(DeclaredType::name)
                .distinct()
                .filter(name -> modules.get(name).size() > 1)
                .map(name -> name + ": " + String.join(", ", modules.get(name)))
                .toList();
    }
}
