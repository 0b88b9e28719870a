package io.amends.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.testing.EveryRoute;
import io.amends.local.testing.OddRequests;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestPortal.class)
class HostileServiceTest extends ServiceTest {
    private static final String WHO = "Authorization: Bearer " + TestPortal.ALL + "\r\n";

    @TestHTTPResource("/")
    URI base;

    @Test
    @DisplayName(
            "H2: whatever is asked of whichever route, the answer is one on purpose, with a body and without a trace")
    void everyRoute() throws Exception {
        decided(unhappy());
        EveryRoute routes = new EveryRoute(base, WHO, Map.of("cpc", "acme", "responseId", response));

        assertThat(routes.findings()).isEmpty();
        assertThat(routes.sent()).isGreaterThan(100);
    }

    @Test
    @DisplayName("H2: what the platform refuses has problem details, which nobody keeps")
    void platform() throws Exception {
        assertThat(OddRequests.of(base, WHO).refused()).isEmpty();
    }

    @Test
    @DisplayName("H2: what is no HTTP is refused with words, too")
    void noHttp() throws Exception {
        assertThat(OddRequests.of(base, WHO).noHttp()).isEmpty();
    }

    @Test
    @DisplayName("H2: 200 odd addresses make one new label at most")
    void metrics() throws Exception {
        assertThat(OddRequests.of(base, WHO).newLabels()).isSubsetOf("UNMATCHED", "NOT_FOUND", "OTHER", "POST");
    }
}
