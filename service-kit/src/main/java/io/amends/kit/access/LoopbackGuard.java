package io.amends.kit.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to serve beyond loopback as long as no API key is configured. */
@ApplicationScoped
public class LoopbackGuard {

    void check(
            @Observes StartupEvent start,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "amends.api-key-hashes", defaultValue = " ") String configured)
            throws UnknownHostException {
        if (new ConfiguredKeys(configured).none()
                && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalStateException("Will not listen on " + host
                    + " without API keys: set AMENDS_API_KEY_HASHES, or AMENDS_HTTP_HOST=127.0.0.1");
        }
    }
}
