package io.amends.dashboard;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SlowSendersTest.ShortLimit.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class SlowSendersTest {
    private static final int BYTE_MILLIS = 20;
    private static final int MOST_BYTES = 75;

    /** Three seconds instead of thirty; less is not enough for an honest sender on a busy machine. */
    public static class ShortLimit extends Keys {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("amends.http.read-deadline", "3S");
            // As outside of tests: a stream that is waited for must be silent longer than it is waited for.
            overrides.put("amends.live.pulse", "15S");
            return overrides;
        }
    }

    @TestHTTPResource("/")
    URL base;

    @Test
    @DisplayName(
            "H2: a head or a body that comes byte by byte is cut off, whatever it is for, also the second head of a"
                    + " connection")
    void byteByByte() throws IOException {
        Map<String, Socket> senders = new LinkedHashMap<>();
        try {
            begin(senders, "first head", "GET /login HTTP/1.1\r\nHost: x\r\nX-Long: ");
            begin(senders, "second head", "GET /assets/mark.svg HTTP/1.1\r\nHost: x\r\n\r\n");
            Socket second = senders.get("second head");
            readWhole(second);
            write(second, "GET /login HTTP/1.1\r\nHost: x\r\nX-Long: ");
            for (String request :
                    List.of("POST /sign-in", "PUT /v1/portals/slow", "POST /portals/acme/rules", "POST /nosuch")) {
                String type = request.startsWith("PUT") ? "application/json" : "application/x-www-form-urlencoded";
                String head = request + " HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nAuthorization: Bearer " + Keys.KEY
                        + "\r\nContent-Type: " + type;
                begin(senders, request, head + "\r\nContent-Length: 1000000\r\n\r\n");
                begin(senders, request + " in chunks", head + "\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n");
            }
            assertThat(neverCutOff(senders)).isEmpty();
        } finally {
            for (Socket sender : senders.values()) {
                sender.close();
            }
        }
    }

    @Test
    @DisplayName("H2: who connects and says nothing is cut off")
    void silent() throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(15_000);
            assertThat(socket.getInputStream().read()).isNegative();
        }
    }

    @Test
    @DisplayName("H2, F1: a live stream stays, and what is sent at once is answered")
    void whole() throws IOException {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"Acme\"}")
                .put("/v1/portals/acme")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        try (Socket socket = connect()) {
            write(
                    socket,
                    "GET /v1/portals/acme/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Keys.KEY
                            + "\r\n\r\n");
            assertThat(staysOpen(socket, 5_000)).isTrue();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", base.getPort());
        socket.setSoTimeout(BYTE_MILLIS);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private void begin(Map<String, Socket> senders, String name, String start) throws IOException {
        Socket socket = connect();
        senders.put(name, socket);
        write(socket, start);
    }

    /** Sends each a byte now and then until the server ends its connection; those that go on for ever. */
    private static Set<String> neverCutOff(Map<String, Socket> senders) {
        Map<String, Socket> open = new LinkedHashMap<>(senders);
        for (int i = 0; i < MOST_BYTES && !open.isEmpty(); i++) {
            open.values().removeIf(SlowSendersTest::cutOff);
        }
        return open.keySet();
    }

    private static boolean cutOff(Socket socket) {
        try {
            write(socket, "a");
            return drained(socket.getInputStream());
        } catch (SocketTimeoutException e) {
            return false; // still open: a byte again when it is its turn
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether the stream has ended; what was answered before is passed over. */
    private static boolean drained(InputStream in) throws IOException {
        byte[] some = new byte[8_192];
        while (true) {
            if (in.read(some) < 0) {
                return true;
            }
        }
    }

    private static void readWhole(Socket socket) throws IOException {
        try {
            assertThat(drained(socket.getInputStream())).isFalse();
        } catch (SocketTimeoutException e) {
            // Answered, and kept open for the next request.
        }
    }

    private static boolean staysOpen(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return !drained(socket.getInputStream());
        } catch (SocketTimeoutException e) {
            return true;
        } catch (SocketException e) {
            return false;
        }
    }
}
