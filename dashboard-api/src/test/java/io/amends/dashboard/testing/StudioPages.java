package io.amends.dashboard.testing;

import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** A test of the studio's pages: the running service, and the portal "bright" as it is before each test. */
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
public abstract class StudioPages {
    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    protected String base;

    @BeforeEach
    void begin() {
        StudioPortal.begin(producer);
    }
}
