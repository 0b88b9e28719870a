package io.amends.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What the repository says about how Amends is run: in containers, and on one machine. */
final class Deployment {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final List<String> SERVICES =
            List.of("survey-ingest", "recovery-rules", "alerting", "notes-service", "dashboard-api");

    private Deployment() {}

    /** The services of docker-compose.yml by name, anchors and merges resolved. */
    static Map<String, Map<String, Object>> containers() {
        return map(yaml("docker-compose.yml").get("services"));
    }

    static Map<String, Object> yaml(String file) {
        return new Yaml().load(text(file));
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value of a service's application.properties. */
    static String property(String service, String name) {
        return group(
                "(?m)^" + Pattern.quote(name) + "=(.*)$", text(service + "/src/main/resources/application.properties"));
    }

    static String group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("nothing matches " + pattern);
        }
        return matcher.group(1);
    }

    /** All that a pattern's first group finds. */
    static Set<String> all(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    /** The modules of the build. */
    static Set<String> modules() {
        return all("<module>([a-z-]+)</module>", text("pom.xml"));
    }

    /** The modules that a module runs with; what only its tests need is left out. */
    static Set<String> runsWith(String module) {
        return all("(?s)<dependency>(.*?)</dependency>", text(module + "/pom.xml")).stream()
                .filter(d -> d.contains("<groupId>io.amends</groupId>") && !d.contains("<scope>test</scope>"))
                .map(d -> group("<artifactId>([a-z-]+)<", d))
                .collect(Collectors.toSet());
    }

    /** All sources below a folder of the repository, one after the other. */
    static String sources(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML maps have text keys here
    static <V> Map<String, V> map(Object node) {
        return (Map<String, V>) node;
    }
}
