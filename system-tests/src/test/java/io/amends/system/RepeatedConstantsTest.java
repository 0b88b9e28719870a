package io.amends.system;

import static io.amends.system.Deployment.ROOT;
import static io.amends.system.Deployment.SERVICES;
import static io.amends.system.JavaSources.below;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No string in a main source repeats a constant of contracts or of service-kit: an event type, a topic, the name of a
 * header or a metric, a page's path, or the name of an enum's constant, such as a state or a cause.
 *
 * <p>A string repeats a constant where all of it is the constant's value; a path also where the string begins with it. What
 * is a part of a longer text is not meant: SQL has to name states, and migrations are no Java. Neither are texts for people
 * ({@code @Message}), nor constants that an enum writes by another word ({@code @JsonProperty}). local-stack does not know
 * contracts: it starts the services, and its demo sends them what a stranger would send.
 */
class RepeatedConstantsTest {
    private static final Path CONTRACTS = sources("contracts");
    private static final Path KIT = sources("service-kit");

    // Micrometer's own label.
    private static final String ANOTHER_UNKNOWN = "RouteLabels\\.java:.* \"UNKNOWN\" is .*";

    @DisplayName("service-kit repeats no constant of contracts")
    @Test
    void kit() {
        SourceConstants constants = new SourceConstants(below(CONTRACTS));

        assertThat(constants.size()).isGreaterThan(80);
        assertThat(constants.repeatedIn(below(KIT))).allMatch(place -> place.matches(ANOTHER_UNKNOWN));
    }

    @DisplayName("a module that runs with contracts repeats no constant of contracts or of service-kit")
    @Test
    void modules() {
        SourceConstants constants = new SourceConstants(Stream.of(CONTRACTS, KIT)
                .flatMap(folder -> below(folder).stream())
                .toList());
        List<String> modules = Deployment.modules().stream()
                .filter(module -> !module.equals("service-kit"))
                .filter(module -> Deployment.runsWith(module).contains("contracts"))
                .toList();

        assertThat(modules).containsAll(SERVICES);
        assertThat(constants.repeatedIn(modules.stream()
                        .flatMap(module -> below(sources(module)).stream())
                        .toList()))
                .isEmpty();
    }

    @DisplayName("a source that repeats constants is reported, each with its line; words within other texts are not")
    @Test
    void reported(@TempDir Path folder) throws IOException {
        Path guilty = Files.writeString(
                folder.resolve("Guilty.java"),
                """
                class Guilty {
                    static final String TOPIC = "%s";
                    boolean happened(String type, String state) {
                        return type.equals("%s") || state == null || switch (state) {
                            case "WAITING" -> true;
                            default -> false;
                        };
                    }
                    String address(String id) {
                        return "/service-recovery-notes?tid=" + id;
                    }
                    @Message("Open")
                    String sql() {
                        return "SELECT * FROM recovery_case WHERE state = 'WAITING'";
                    }
                }
                """
                        .formatted(Topics.CASES, EventTypes.CASE_OPENED));

        assertThat(new SourceConstants(below(CONTRACTS)).repeatedIn(List.of(guilty)))
                .containsExactly(
                        "Guilty.java:2: \"amends.recovery.cases.v1\" is Topics.CASES",
                        "Guilty.java:4: \"amends.case.opened\" is EventTypes.CASE_OPENED",
                        "Guilty.java:5: \"WAITING\" is CaseState.WAITING",
                        "Guilty.java:10: \"/service-recovery-notes?tid=\" is PagePaths.NOTES");
    }

    private static Path sources(String module) {
        return ROOT.resolve(module).resolve("src/main/java");
    }
}
