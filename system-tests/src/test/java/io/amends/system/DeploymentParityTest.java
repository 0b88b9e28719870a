package io.amends.system;

import static io.amends.system.Deployment.SERVICES;
import static io.amends.system.Deployment.all;
import static io.amends.system.Deployment.containers;
import static io.amends.system.Deployment.group;
import static io.amends.system.Deployment.map;
import static io.amends.system.Deployment.property;
import static io.amends.system.Deployment.sources;
import static io.amends.system.Deployment.text;
import static io.amends.system.Deployment.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** docker-compose.yml runs the same parts in the same way as the local stack (G1). */
class DeploymentParityTest {
    static final List<String> ALL_SERVICES = SERVICES;

    // How to get in at a Kafka and a mail server elsewhere: the local stack has its own, which ask nobody.
    private static final String WAY_IN = "AMENDS_(?:KAFKA_(?!PORT)[A-Z]+|SMTP_(?:USER|PASSWORD|SECURITY|CA))";
    private static final String LOCAL = "local-stack/src/main/java/io/amends/local/";
    private static final String COMPOSE = text("docker-compose.yml");

    @DisplayName("every part of the local stack is there, and Prometheus and Grafana")
    @Test
    void parts() {
        Set<String> local = all("\\n    [A-Z_]+\\(\"([a-z-]+)\", ", text(LOCAL + "stack/StackPart.java"));

        assertThat(local).containsAll(SERVICES).contains("kafka", "postgres", "mail");
        assertThat(containers().keySet()).containsAll(local).contains("prometheus", "grafana");
        assertThat(containers()).hasSize(local.size() + 2);
    }

    @DisplayName("a service has its own port, on loopback, its own database and a health check that asks for readiness")
    @ParameterizedTest
    @FieldSource("ALL_SERVICES")
    void service(String name) {
        Map<String, Object> container = containers().get(name);
        String configured = property(name, "quarkus.http.port");
        String variable = group("\\$\\{(AMENDS_[A-Z]+_PORT):\\d+}", configured);
        String port = group(":(\\d+)}", configured);
        Map<String, Object> environment = map(container.get("environment"));

        assertThat(container.get("ports")).isEqualTo(List.of("127.0.0.1:${" + variable + ":-" + port + "}:" + port));
        assertThat(text(LOCAL + "stack/StackPart.java"))
                .contains("(\"" + name + "\", " + port + ", \"" + variable + "\", \"" + property(name, "amends.db.name")
                        + "\")");
        assertThat(environment.get("AMENDS_DB_URL"))
                .isEqualTo("jdbc:postgresql://postgres:5432/" + property(name, "amends.db.name"));
        assertThat(map(container.get("healthcheck")).get("test")).isEqualTo(List.of("CMD", "ready", port));
        assertThat(map(map(container.get("build")).get("args")).get("SERVICE")).isEqualTo(name);
        assertThat(text("deploy/Dockerfile")).contains(name);
        assertThat(property(name, "quarkus.application.name")).isEqualTo(name);
        assertThat(text("deploy/prometheus/prometheus.yml")).contains("'" + name + ":" + port + "'");
        environment.forEach((key, url) -> {
            if (url.toString().contains("//" + name + ":")) {
                assertThat(url).as(key).hasToString("http://" + name + ":" + port);
            }
        });
    }

    @DisplayName(
            "a service is told what the local stack tells it, and the way in to what is elsewhere, but for ports and pid")
    @ParameterizedTest
    @FieldSource("ALL_SERVICES")
    void environment(String name) {
        Map<String, Object> environment = map(containers().get(name).get("environment"));
        Set<String> told = all("put\\(\\s*\"(AMENDS_[A-Z_]+)\"", text(LOCAL + "stack/ServiceEnvironment.java"));

        assertThat(told).hasSizeGreaterThan(15);
        Set<String> wayIn = all("\\$\\{(" + WAY_IN + ")", settings());
        assertThat(wayIn).hasSizeGreaterThan(8);
        told.addAll(wayIn);
        assertThat(environment.keySet()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(environment).containsEntry("AMENDS_HTTP_HOST", "0.0.0.0");
    }

    @DisplayName("every variable that a service reads is set, or has a default")
    @ParameterizedTest
    @FieldSource("ALL_SERVICES")
    void nothingForgotten(String name) {
        Map<String, Object> environment = map(containers().get(name).get("environment"));
        String read = sources(name + "/src/main/resources", ".properties")
                + sources("service-kit/src/main/resources", ".properties");

        assertThat(all("\\$\\{(AMENDS_[A-Z_]+)}", read)).isSubsetOf(environment.keySet());
        assertThat(all("\\$\\{(AMENDS_[A-Z_]+)", read)).contains("AMENDS_KAFKA", "AMENDS_DB_URL");
    }

    @DisplayName("docs/operating.md tells every variable that a service reads, and none that nobody reads")
    @Test
    void documented() {
        Set<String> told = all("(AMENDS_[A-Z_]+[A-Z])", text("docs/operating.md"));

        assertThat(told).containsExactlyInAnyOrderElementsOf(all("\\$\\{(AMENDS_[A-Z_]+)", settings()));
    }

    @DisplayName("images are pinned, and of the versions that the tests run on")
    @Test
    void images() {
        Set<String> images = all("(?m)^ *(?:image:|FROM) (\\S+)", COMPOSE + text("deploy/Dockerfile"));
        String brokers = text(LOCAL + "testing/ContainerBrokers.java");

        assertThat(images).hasSizeGreaterThan(10).allMatch(image -> image.matches("[a-z0-9/-]+:v?\\d+\\.\\d+[\\w.-]*"));
        assertThat(image("kafka")).isEqualTo(group("\"(apache/kafka:[^\"]+)\"", brokers));
        assertThat(image("kafka"))
                .endsWith(":" + group("<kafka.version>(.*)</kafka.version>", text("local-stack/pom.xml")));
        assertThat(image("postgres")).startsWith(group("\"(postgres:\\d+)[^\"]*\"", brokers));
        assertThat(image("postgres"))
                .startsWith("postgres:" + group("<postgres-binaries.version>(\\d+)", text("pom.xml")));
        assertThat(all("temurin[:-](\\d+)", text("deploy/Dockerfile")))
                .containsExactly(group("<maven.compiler.release>(\\d+)", text("pom.xml")));
    }

    @DisplayName("PostgreSQL makes one database per service")
    @Test
    void databases() {
        assertThat(all("CREATE DATABASE (\\w+);", text("deploy/postgres/databases.sql")))
                .containsExactlyInAnyOrderElementsOf(SERVICES.stream()
                        .map(s -> property(s, "amends.db.name"))
                        .toList());
    }

    @DisplayName("everything is checked for health, stops in order, restarts, is on loopback only and keeps its data")
    @Test
    void operation() {
        Set<String> volumes =
                new TreeSet<>(map(yaml("docker-compose.yml").get("volumes")).keySet());

        containers().forEach((name, container) -> {
            assertThat(container).as(name).containsKeys("healthcheck", "stop_grace_period", "ports");
            assertThat(container.get("restart")).as(name).isEqualTo("unless-stopped");
            assertThat((List<?>) container.get("ports")).as(name).allMatch(port -> port.toString()
                    .startsWith("127.0.0.1:"));
            if (!SERVICES.contains(name)) {
                assertThat(container.get("volumes").toString()).as(name).containsPattern("\\b" + name + ":/");
                assertThat(volumes).contains(name);
            } else {
                assertThat(container.get("depends_on").toString())
                        .isEqualTo("{kafka={condition=service_healthy}, postgres={condition=service_healthy}}");
            }
        });
        assertThat(volumes).hasSize(containers().size() - SERVICES.size());
    }

    @DisplayName("what docker-compose.yml wants from .env, deploy/env writes, and .env.example explains")
    @Test
    void environmentFile() {
        Set<String> required = all("\\$\\{([A-Z_]+):\\?", COMPOSE);

        assertThat(required).isNotEmpty();
        assertThat(all("(?m)^([A-Z_]+)=", text("deploy/env"))).containsAll(required);
        assertThat(all("(?m)^#? ?([A-Z_]+)=", text(".env.example"))).containsAll(all("\\$\\{([A-Z_]+)", COMPOSE));
    }

    @DisplayName("dashboard and alerts ask only for metrics that exist")
    @Test
    void metrics() {
        Set<String> known = new TreeSet<>();
        for (String module : List.of(
                "service-kit", "survey-ingest", "recovery-rules", "alerting", "notes-service", "dashboard-api")) {
            all("\"(amends\\.[a-z.]+)\"", sources(module + "/src/main/java", ".java"))
                    .forEach(metric -> known.add(metric.replace('.', '_')));
        }
        Set<String> asked = all(
                "\\b(amends_[a-z_]+)",
                text("deploy/grafana/dashboards/amends.json") + text("deploy/prometheus/alerts.yml"));

        assertThat(asked).hasSizeGreaterThan(8).allSatisfy(metric -> assertThat(known)
                .contains(metric.replaceFirst("(_seconds)?_(total|sum|count|max)$", "")));
    }

    /** What all services read from their environment. */
    private static String settings() {
        StringBuilder all = new StringBuilder(sources("service-kit/src/main/resources", ".properties"));
        SERVICES.forEach(service -> all.append(sources(service + "/src/main/resources", ".properties")));
        return all.toString();
    }

    private static String image(String name) {
        return containers().get(name).get("image").toString();
    }
}
