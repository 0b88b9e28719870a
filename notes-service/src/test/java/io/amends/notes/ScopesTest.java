package io.amends.notes;

import static io.amends.contracts.testing.KeyBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.local.testing.EveryScope;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestPortal.class)
class ScopesTest extends ServiceTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    @DisplayName("H2: every route declares a scope, and refuses a key without it by its name")
    void everyRoute() throws Exception {
        String cpc = "acme";
        String secret = "no-scope-" + UUID.randomUUID();
        AccessKey nothing = key(Sha256.hex(secret)).portal(cpc).build();
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.ACCESS, nothing.hash(), UUID.randomUUID().toString(), EventTypes.KEY, nothing)));

        assertThat(new EveryScope(base, secret, Map.of("cpc", cpc))
                        .known("/v1/portals/" + cpc + "/cases")
                        .findings(word -> Scope.of(word).isPresent()))
                .isEmpty();
    }
}
