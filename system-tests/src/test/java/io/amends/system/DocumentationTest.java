package io.amends.system;

import static io.amends.system.Deployment.ROOT;
import static io.amends.system.Deployment.SERVICES;
import static io.amends.system.Deployment.all;
import static io.amends.system.Deployment.group;
import static io.amends.system.Deployment.sources;
import static io.amends.system.Deployment.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Topics;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of the repository is so: files, classes, commands, modules, topics and tables. */
class DocumentationTest {
    static final List<String> ALL_SERVICES = SERVICES;

    private static final String FILE = "`([\\w./-]+\\.(?:md|yml|yaml|json|sql|properties|png|env|example))`";
    private static final String LINK = "]\\(([^)#:\\s]+)(?:#[^)]*)?\\)";
    private static final String CLASS = "`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)+)(?:\\.[a-z]\\w*(?:\\(\\))?)?`";
    private static final String SCRIPT = "(?m)(?:^|[\\s`]|(?<!\\])\\()(\\.{1,2}/[\\w-][\\w/-]*)";

    /** A type or a table, and the module where one is named before it. */
    private static final Pattern HOLDER = Pattern.compile("(?:([a-z-]+) )?`(\\w+)(?:\\.(\\w+))?`");

    /** These are made by a start or a run. */
    private static final Set<String> MADE = Set.of("credentials.env", "benchmark.json");

    private static final Set<String> MADE_FOLDERS = Set.of("target", "node_modules", ".git", ".amends");

    private static final Set<String> OF_KAFKA = Set.of("KafkaConsumer", "KafkaProducer");

    private static final String ARCHITECTURE = text("docs/architecture.md");
    private static final Set<String> MODULES = Deployment.modules();
    private static Set<String> files;

    static Stream<Path> documents() throws IOException {
        return Stream.of("", "docs", "docs/decisions", "deploy", "benchmarks").flatMap(folder -> {
            try (Stream<Path> in = Files.list(ROOT.resolve(folder))) {
                return in.filter(f -> f.toString().endsWith(".md")).toList().stream();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @BeforeAll
    static void list() throws IOException {
        Set<String> here = new HashSet<>();
        // Not the folders that tests running beside this one write and delete in.
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return MADE_FOLDERS.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                here.add(file.getFileName().toString());
                return FileVisitResult.CONTINUE;
            }
        });
        files = here;
    }

    @DisplayName("what a document names is there: links, files, classes, scripts, modules and tests of its commands")
    @ParameterizedTest
    @MethodSource("documents")
    void named(Path document) throws IOException {
        String text = Files.readString(document);

        assertThat(all(LINK, text))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
        assertThat(all(FILE, text).stream().map(name -> name.substring(name.lastIndexOf('/') + 1)))
                .allMatch(name -> files.contains(name) || MADE.contains(name));
        assertThat(all(CLASS, text)).allMatch(name -> files.contains(name + ".java") || OF_KAFKA.contains(name));
        assertThat(all(SCRIPT, text))
                .allSatisfy(script -> assertThat(ROOT.resolve(script)).exists());
        all("-pl ([a-z,-]+)", text).forEach(list -> assertThat(list.split(",")).isSubsetOf(MODULES));
        assertThat(all("-Dtest='?(\\w+)", text)).allMatch(name -> files.contains(name + ".java"));
        assertThat(all("mvnw[^\\n`]* -P([a-z]+)", text)).isSubsetOf(all("<id>([a-z]+)</id>", text("pom.xml")));
    }

    @DisplayName("the picture has every module, and an arrow for each that it runs with")
    @Test
    void picture() {
        String picture = group("(?s)```mermaid\\nflowchart LR\\n(.*?)```", ARCHITECTURE);
        Set<String> arrows = new TreeSet<>();
        for (String module : MODULES) {
            Deployment.runsWith(module).forEach(other -> arrows.add(module + " --> " + other));
        }

        assertThat(all("(?m)^ +(.* --> .*)$", picture)).isEqualTo(arrows);
        assertThat(all("([a-z-]*[a-z])", picture)).isEqualTo(MODULES);
        assertThat(all("(?m)^\\| `([a-z-]+)` \\|", ARCHITECTURE)).isEqualTo(MODULES);
    }

    @DisplayName("every topic has its row, and no other has")
    @Test
    void topics() {
        assertThat(all("(?m)^\\| `(amends\\..*)` \\|", ARCHITECTURE.replaceAll("` \\|.*", "` |")))
                .isEqualTo(Topics.ALL.stream().map(Topics.Topic::name).collect(Collectors.toSet()));
    }

    @DisplayName("a service's row has its tables")
    @ParameterizedTest
    @FieldSource("ALL_SERVICES")
    void tables(String service) {
        String row = group("(?m)^\\| " + service + " \\| (`[a-z_`, ]+) \\|$", ARCHITECTURE);
        assertThat(all("`([a-z_]+)`", row)).isEqualTo(tablesOf(service));
    }

    @DisplayName("a word of the glossary says what holds it, and every type and table that it names is in its module")
    @Test
    void glossary() {
        Set<String> holders = all("(?m)^\\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|$", text("docs/glossary.md"));
        holders.removeAll(Set.of("in the code", "---", "not built yet"));

        assertThat(holders).hasSizeGreaterThan(30).allSatisfy(DocumentationTest::held);
    }

    @DisplayName("a behaviour's code that main code cites in brackets has its line in docs/behaviours.md")
    @Test
    void behaviours() {
        Set<String> cited = MODULES.stream()
                .filter(module -> Files.isDirectory(ROOT.resolve(module).resolve("src/main")))
                .flatMap(module -> cited(sources(module + "/src/main", ".java")).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(cited).contains("A1", "D12").hasSizeGreaterThan(40);
        assertThat(all("(?m)^\\| ([A-H]\\d+) \\| .+ \\|$", text("docs/behaviours.md")))
                .containsAll(cited);
    }

    @DisplayName("codes are found alone, in a list, at both ends of a range, and not without brackets")
    @Test
    void citedCodes() {
        assertThat(cited("(A4), (D7, A8; E2), (B1–B6) or (D1-D5, at first); J1, A0 and (H2O)"))
                .containsExactlyInAnyOrder("A4", "D7", "A8", "E2", "B1", "B6", "D1", "D5");
    }

    private static Set<String> cited(String sources) {
        return all("\\(([A-H][1-9]\\d?\\b[^()\\n]*)\\)", sources).stream()
                .flatMap(codes -> all("\\b([A-H][1-9]\\d?)\\b", codes).stream())
                .collect(Collectors.toSet());
    }

    private static void held(String holders) {
        List<MatchResult> named = HOLDER.matcher(holders).results().toList();
        assertThat(named).isNotEmpty();
        String module = null;
        for (MatchResult holder : named) {
            module = holder.group(1) == null ? module : holder.group(1);
            assertThat(module).isIn(MODULES);
            String name = holder.group(2);
            if (Character.isLowerCase(name.charAt(0))) {
                assertThat(tablesOf(module)).contains(name);
            } else {
                String within = holder.group(3) == null ? name : holder.group(3);
                assertThat(sources(module + "/src/main/java", "/" + name + ".java"))
                        .as(name)
                        .containsPattern("\\b" + within + "\\b");
            }
        }
    }

    private static Set<String> tablesOf(String service) {
        return all(
                "(?i)create table (?:if not exists )?([a-z_]+)", sources(service + "/src/main/resources/db", ".sql"));
    }
}
