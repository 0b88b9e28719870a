package io.amends.alerting.delivery;

import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The deliveries whose digest this process renders now, at most one of each portal. A portal whose reports take minutes
 * keeps one worker busy, and the others serve everybody else. Their claims are renewed as long as it takes, so that
 * nobody claims the same delivery and renders the same digest once more.
 */
@ApplicationScoped
public class BeingRendered {
    private static final Logger LOG = Logger.getLogger(BeingRendered.class);

    private final ClaimStore claims;
    private final Map<String, Claim> byPortal = new ConcurrentHashMap<>();

    BeingRendered(ClaimStore claims) {
        this.claims = claims;
    }

    /**
     * Takes the delivery that is due longest among the portals of which none is rendered; an alert, which has its words
     * already, of any portal. One worker at a time chooses.
     */
    public synchronized Optional<Claim> claim() {
        Optional<Claim> claim = claims.claim(byPortal.keySet());
        claim.filter(taken -> taken.digestId() != null).ifPresent(taken -> byPortal.put(taken.portal(), taken));
        return claim;
    }

    /** The digest of that delivery is rendered, or has failed to be. */
    public void done(Claim claim) {
        byPortal.remove(claim.portal(), claim);
    }

    @Scheduled(every = "${amends.delivery.renewal}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        for (Claim claim : byPortal.values()) {
            try {
                claims.renew(claim);
            } catch (RuntimeException e) {
                LOG.debugf("a claim is not renewed now: %s", Failures.said(e));
            }
        }
    }
}
