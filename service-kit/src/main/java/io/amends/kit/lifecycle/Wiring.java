package io.amends.kit.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.contracts.Json;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What every service gets injected: the clock, and the one way of JSON. */
public class Wiring {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ObjectMapper json() {
        return Json.MAPPER;
    }
}
