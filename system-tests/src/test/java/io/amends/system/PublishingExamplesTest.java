package io.amends.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of docs/publishing.md, as somebody who reads them runs them. */
@Timeout(120)
class PublishingExamplesTest {
    private static final Path EXAMPLES =
            Path.of("../examples/publish").toAbsolutePath().normalize();

    @Test
    @DisplayName("A1: each example whose client is here publishes in both modes, and its responses are recorded")
    void examples() throws IOException, InterruptedException {
        RunningStack stack = RunningStack.shared();
        Api api = new Api(stack);
        for (String entry : new String[] {"", "/groups/NET"}) {
            api.put("AMENDS_DASHBOARD_PORT", "/v1/portals/examples" + entry, "{'name':'Examples'}");
        }

        ProcessBuilder run = new ProcessBuilder(EXAMPLES.resolve("try").toString()).redirectErrorStream(true);
        run.environment()
                .putAll(Map.of(
                        "AMENDS_INGEST_PORT", String.valueOf(stack.port("AMENDS_INGEST_PORT")),
                        "AMENDS_KAFKA_PORT", String.valueOf(stack.port("AMENDS_KAFKA_PORT")),
                        "AMENDS_API_KEY", stack.credential("AMENDS_API_KEY"),
                        "PORTAL", "examples",
                        "GROUP", "NET"));
        Process process = run.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).contains("java, binary: RECORDED", "java, structured: RECORDED");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
