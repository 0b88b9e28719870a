package io.amends.ingest.watch;

import io.amends.contracts.directory.Source;
import io.amends.ingest.rhythm.WatchedOrigin;
import io.amends.kit.access.ApiKeys;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Which origins are meant to send, and how people call them (A11). */
@ApplicationScoped
public class OriginNames {
    private final DirectoryView directory;
    private final ApiKeys keys;

    OriginNames(DirectoryView directory, ApiKeys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /** Whether it is known at all: before that everything looks deleted and revoked. */
    boolean ready() {
        return directory.call().getStatus() == HealthCheckResponse.Status.UP && keys.complete();
    }

    /** Its name; empty for what is deleted, switched off or revoked, so that nobody waits for it. */
    Optional<String> of(WatchedOrigin origin) {
        PortalDirectory portal = directory.portal(origin.portal());
        if (portal == null) {
            return Optional.empty();
        }
        return switch (origin.kind()) {
            case SOURCE ->
                Optional.ofNullable(portal.sources().get(origin.id()))
                        .filter(Source::active)
                        .map(Source::name);
            case KEY -> keys.name(origin.id());
            case EVENT_SOURCE -> Optional.of(origin.id());
        };
    }
}
