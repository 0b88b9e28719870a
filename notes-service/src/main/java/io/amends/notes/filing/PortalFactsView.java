package io.amends.notes.filing;

import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.TransientFailure;
import io.amends.notes.portal.PortalFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What the life of a case needs, out of the directory as this process knows it. */
@ApplicationScoped
public class PortalFactsView {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final DirectoryView directory;
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    PortalFactsView(DirectoryView directory) {
        this.directory = directory;
    }

    /** The portal's zone; UTC for one that the directory does not have (deleted). */
    public ZoneId zone(String cpc) {
        return of(cpc).zone();
    }

    /** The facts as of now. */
    public PortalFacts of(String cpc) {
        return new PortalFacts(directory.portal(cpc));
    }

    /**
     * Lets the directory catch up with a decision that names a group it does not have yet: both come over different
     * topics. Waits once per group, and in vain for one that was deleted.
     *
     * @throws TransientFailure while the directory has not been read to its end once
     */
    public void await(String cpc, String group) throws InterruptedException {
        if (directory.call().getStatus() != HealthCheckResponse.Status.UP) {
            throw new TransientFailure("the directory has not been read to its end yet");
        }
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!known(cpc, group) && !missed.contains(cpc + '/' + group)) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (left.isNegative() || !directory.awaitOffset(directory.offset() + 1, left)) {
                missed.add(cpc + '/' + group);
            }
        }
    }

    private boolean known(String cpc, String group) {
        PortalDirectory portal = directory.portal(cpc);
        return portal != null && portal.groups().containsKey(group);
    }
}
