package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.local.process.Ports;
import io.amends.local.process.StartRefused;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StackPortsTest {
    @Test
    @DisplayName("the public ports, each changed by its variable")
    void defaults() {
        StackPorts ports = StackPorts.from(Map.of("AMENDS_NOTES_PORT", "18084"));

        assertThat(ports.of(StackPart.DASHBOARD_API)).isEqualTo(8080);
        assertThat(ports.of(StackPart.KAFKA)).isEqualTo(9092);
        assertThat(ports.of(StackPart.POSTGRES)).isEqualTo(5433);
        assertThat(ports.smtp()).isEqualTo(1025);
        assertThat(ports.url(StackPart.NOTES_SERVICE)).isEqualTo("http://localhost:18084");
    }

    @Test
    @DisplayName("a port in use is refused in one line that names the port and the variable to change")
    void inUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPorts ports = StackPorts.from(Map.of("AMENDS_INGEST_PORT", "" + taken.getLocalPort()));

            assertThatThrownBy(() -> ports.checkFree(List.of(StackPart.SURVEY_INGEST)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("AMENDS_INGEST_PORT=")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    @DisplayName("a free port passes, also where the others are taken")
    void free() {
        StackPorts ports = StackPorts.from(Map.of("AMENDS_INGEST_PORT", "" + Ports.free()));
        assertThatCode(() -> ports.checkFree(List.of(StackPart.SURVEY_INGEST))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("what is no port is refused")
    void noPort() {
        for (String value : List.of("x", "0", "65536", "-1")) {
            assertThatThrownBy(() -> StackPorts.from(Map.of("AMENDS_MAIL_PORT", value)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("AMENDS_MAIL_PORT=" + value);
        }
    }
}
