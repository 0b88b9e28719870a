package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.local.process.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStartTest {
    @TempDir
    Path folder;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private KeptPiece piece;

    @AfterEach
    void stop() {
        if (piece != null) {
            piece.stop();
        }
    }

    @Test
    @DisplayName("G1: a piece that lives is waited for until it serves")
    void slow() {
        Path served = folder.resolve("served");
        start("sleep 1; : > " + served + "; sleep 60", () -> Files.exists(served));

        assertThat(first(Duration.ofSeconds(30)).await(piece, () -> false))
                .hasValueSatisfying(took -> assertThat(took).isLessThan(Duration.ofSeconds(30)));
    }

    @Test
    @DisplayName(
            "G1: a piece that lives and does not serve in time is said to be late, with what to do, not to be broken")
    void late() {
        start("sleep 60", () -> false);

        assertThatThrownBy(() -> first(Duration.ofSeconds(1)).await(piece, () -> false))
                .isInstanceOf(StartRefused.class)
                .hasMessage("dummy was not ready after 1 s; its log is " + folder.resolve("logs/dummy.log")
                        + ". Run ./amends up again, or set AMENDS_START_PATIENCE=2 where the machine is slow.");
    }

    @Test
    @DisplayName("G1: a piece that ends again and again is given up at once, and said to have ended")
    void ended() {
        start("exit 3", () -> false);

        assertThatThrownBy(() -> first(Duration.ofMinutes(5)).await(piece, () -> false))
                .isInstanceOf(StartRefused.class)
                .hasMessage("dummy has ended 3 times while it started: its log says why, "
                        + folder.resolve("logs/dummy.log"));
    }

    @Test
    @DisplayName("G1: nobody waits for a piece once all is stopped")
    void stopped() {
        start("sleep 60", () -> false);

        assertThat(first(Duration.ofMinutes(5)).await(piece, () -> true)).isEmpty();
    }

    @Test
    @DisplayName("G1: a part may take five minutes, or as many seconds as AMENDS_START_PATIENCE says")
    void patience() {
        assertThat(FirstStart.patience(Map.of())).isEqualTo(Duration.ofMinutes(5));
        assertThat(FirstStart.patience(Map.of("AMENDS_START_PATIENCE", " "))).isEqualTo(Duration.ofMinutes(5));
        assertThat(FirstStart.patience(Map.of("AMENDS_START_PATIENCE", "900"))).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10M", "long", "99999999"})
    @DisplayName("G1: what is no number of seconds is refused with what to set")
    void noPatience(String value) {
        assertThatThrownBy(() -> FirstStart.patience(Map.of("AMENDS_START_PATIENCE", value)))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "AMENDS_START_PATIENCE=" + value + " is no time: set it to a number of seconds, such as 600.");
    }

    private FirstStart first(Duration patience) {
        return new FirstStart(patience, news::add);
    }

    private void start(String script, BooleanSupplier ready) {
        piece = new KeptPiece(
                new Piece(
                        "dummy",
                        List.of("sh", "-c", script),
                        Map.of(),
                        folder.resolve("logs/dummy.log"),
                        ready,
                        process -> OptionalLong.of(process.pid()),
                        Duration.ofSeconds(1)),
                news::add);
        piece.start();
    }
}
