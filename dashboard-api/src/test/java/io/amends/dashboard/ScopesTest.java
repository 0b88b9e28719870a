package io.amends.dashboard;

import static io.amends.contracts.testing.KeyBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.EveryScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class ScopesTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    EventProducer producer;

    private static String portal() {
        Api.put("/v1/portals/scoped", "{\"name\": \"Scoped\"}");
        return "scoped";
    }

    @Test
    @DisplayName("H2: every route declares a scope, and refuses a key without it by its name")
    void everyRoute() throws Exception {
        String cpc = portal();
        String secret = "no-scope-" + UUID.randomUUID();
        AccessKey nothing = key(Sha256.hex(secret)).portal(cpc).build();
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.ACCESS, nothing.hash(), UUID.randomUUID().toString(), EventTypes.KEY, nothing)));

        assertThat(new EveryScope(base, secret, Map.of("cpc", cpc, "collection", "groups"))
                        .known("/v1/portals/" + cpc + "/groups")
                        .findings(word -> Scope.of(word).isPresent()))
                .isEmpty();
    }
}
