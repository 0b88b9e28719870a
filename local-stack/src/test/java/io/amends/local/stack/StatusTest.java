package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("where nothing runs, all eight parts are listed, not ready, without a process")
    void nothingRuns() {
        JsonNode status = new ObjectMapper().valueToTree(Status.of(StackPaths.of(folder), Map.of()));

        assertThat(status.path("ready").asBoolean()).isFalse();
        assertThat(status.path("services"))
                .extracting(service -> service.path("name").asText())
                .containsExactly(
                        "kafka",
                        "postgres",
                        "mail",
                        "survey-ingest",
                        "recovery-rules",
                        "alerting",
                        "notes-service",
                        "dashboard-api");
        for (JsonNode service : status.path("services")) {
            assertThat(service.path("pid").isNull()).isTrue();
            assertThat(service.path("port").asInt()).isPositive();
        }
    }

    @Test
    @DisplayName("the lock is seen while held, and free after")
    void lock() {
        StackPaths place = StackPaths.of(folder);
        try (UpLock lock = UpLock.take(place)) {
            assertThat(lock).isNotNull();
            assertThat(UpLock.held(place)).isTrue();
        }
        assertThat(UpLock.held(place)).isFalse();
    }

    @Test
    @DisplayName("a status that asks while up starts does not make it think that Amends runs already")
    void askedWhileStarting() throws InterruptedException {
        StackPaths place = StackPaths.of(folder);
        UpLock.take(place).close();
        AtomicBoolean over = new AtomicBoolean();
        Thread asking = new Thread(() -> {
            while (!over.get()) {
                UpLock.held(place);
            }
        });
        asking.start();
        try {
            for (int start = 0; start < 500; start++) {
                UpLock.take(place).close();
            }
        } finally {
            over.set(true);
            asking.join();
        }
    }
}
