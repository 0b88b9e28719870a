package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPieceTest {
    @TempDir
    Path folder;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private KeptPiece piece;

    @AfterEach
    void stop() {
        piece.stop();
    }

    @Test
    @DisplayName("a killed piece is back within 5 s, as another process, and it is told")
    void restarted() {
        piece = piece("sleep 60");
        piece.start();
        long first = awaitPid(-1);

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        assertThat(awaitPid(first)).isNotEqualTo(first);
        assertThat(news).singleElement().asString().contains("dummy ended (exit 137)");
    }

    @Test
    @DisplayName("what dies at once is started again, ever more slowly")
    void backoff() {
        piece = piece("exit 3");
        piece.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> news.size() >= 3);

        assertThat(news.get(0)).contains("exit 3").contains("in 0.5 s");
        assertThat(news.get(1)).contains("in 1.0 s");
        assertThat(news.get(2)).contains("in 2.0 s");
    }

    @Test
    @DisplayName("stopping lets it end in order; what doesn't is killed after its patience; nothing starts again")
    void stopped() throws Exception {
        piece = piece(
                "trap 'echo in order >> " + folder.resolve("told") + "; exit 0' TERM; while :; do sleep 0.1; done");
        piece.start();
        awaitPid(-1);
        await().until(() -> Files.exists(folder.resolve("logs/dummy.log")));
        await().atMost(Duration.ofSeconds(5)).until(() -> piece.starts() == 1);
        // The shell needs a moment to set its trap.
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);

        piece.stop();

        assertThat(folder.resolve("told")).hasContent("in order");
        assertThat(piece.pid()).isEmpty();
        assertThat(piece.starts()).isEqualTo(1);
        assertThat(news).isEmpty();
    }

    @Test
    @DisplayName("what ignores the request to stop is killed")
    void killed() {
        piece = piece("trap '' TERM; while :; do sleep 0.1; done");
        piece.start();
        long pid = awaitPid(-1);
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);

        piece.stop();

        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    private KeptPiece piece(String script) {
        return new KeptPiece(
                new Piece(
                        "dummy",
                        List.of("sh", "-c", script),
                        Map.of(),
                        folder.resolve("logs/dummy.log"),
                        () -> true,
                        process -> OptionalLong.of(process.pid()),
                        Duration.ofSeconds(1)),
                news::add);
    }

    private long awaitPid(long other) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> piece.pid().isPresent() && piece.pid().getAsLong() != other);
        return piece.pid().getAsLong();
    }
}
