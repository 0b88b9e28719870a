package io.amends.alerting.loop;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service under test: runs with the real one until it is set. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {
    private volatile Instant set = null;

    public void set(Instant instant) {
        set = instant;
    }

    @Override
    public Instant instant() {
        Instant at = set;
        return at == null ? Instant.now() : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
