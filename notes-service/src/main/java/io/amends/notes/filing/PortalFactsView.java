package io.amends.notes.filing;

import io.amends.contracts.directory.Group;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.TransientFailure;
import io.amends.notes.portal.PortalFacts;
import io.amends.notes.portal.WorkingHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
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
        PortalDirectory portal = directory.portal(cpc);
        return portal == null ? ZoneOffset.UTC : portal.portal().timeZone();
    }

    /** The facts as of now. */
    public PortalFacts of(String cpc) {
        PortalDirectory portal = directory.portal(cpc);
        Map<String, String> leads = new HashMap<>();
        if (portal != null) {
            portal.groups().forEach((code, group) -> putLead(leads, code, group));
        }
        return new PortalFacts(WorkingHours.usual(zone(cpc)), Map.copyOf(leads));
    }

    /**
     * Lets the directory catch up with a decision that names a group it does not have yet: both come over different
     * topics. Waits once per group, and in vain for one that was deleted.
     *
     * @throws TransientFailure while the directory has not been read to its end once
     */
    void await(String cpc, String group) throws InterruptedException {
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

    private static void putLead(Map<String, String> leads, String code, Group group) {
        if (group.supportLead() != null) {
            leads.put(code, group.supportLead());
        }
    }
}
