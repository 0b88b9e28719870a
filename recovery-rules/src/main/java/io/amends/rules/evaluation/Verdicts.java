package io.amends.rules.evaluation;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.rules.decision.Decider;
import io.amends.rules.decision.DecisionMessages;
import io.amends.rules.decision.DecisionSummary;
import io.amends.rules.decision.Policies;
import io.amends.rules.decision.Policy;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.versions.RuleBooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/** Decides by directory and published rules as this process knows them, now. */
@ApplicationScoped
public class Verdicts {
    private final DirectoryView directory;
    private final RuleBooks books;
    private final Clock clock;
    private final Decider decider;
    private final Map<String, Policies> policies = new ConcurrentHashMap<>();

    Verdicts(DirectoryView directory, RuleBooks books, Clock clock, DecisionMessages messages) {
        this.decider = new Decider(new DecisionSummary(messages));
        this.directory = directory;
        this.books = books;
        this.clock = clock;
    }

    /**
     * The decision about what was recorded; null where there is none to make.
     *
     * @throws PermanentFailure if the directory does not have the portal
     * @throws TransientFailure if directory or rules have not been read to their end
     */
    public @Nullable RecoveryDecided decide(SurveyRecorded recorded) {
        return decide(recorded, books.of(recorded.portal()));
    }

    /** The same, by rules that were looked up before. */
    public @Nullable RecoveryDecided decide(SurveyRecorded recorded, RuleBook book) {
        PortalDirectory portal = directory.portal(recorded.portal());
        if (portal == null) {
            if (directory.call().getStatus() != HealthCheckResponse.Status.UP) {
                throw new TransientFailure("the directory has not been read to its end");
            }
            throw new PermanentFailure("there is no portal '" + recorded.portal() + "'");
        }
        Policy policy = policies(portal).of(recorded.response().supportGroup());
        return decider.decide(recorded, policy, book, clock.instant());
    }

    private Policies policies(PortalDirectory portal) {
        Policies known = policies.get(portal.cpc());
        if (known == null || !known.of(portal)) {
            known = new Policies(portal);
            policies.put(portal.cpc(), known);
        }
        return known;
    }
}
