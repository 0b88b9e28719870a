package io.amends.rules.evaluation;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.rules.decision.Decider;
import io.amends.rules.decision.Policy;
import io.amends.rules.versions.RuleBooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/** Decides by directory and published rules as this process knows them, now. */
@ApplicationScoped
public class Verdicts {
    private final DirectoryView directory;
    private final RuleBooks books;
    private final Clock clock;

    Verdicts(DirectoryView directory, RuleBooks books, Clock clock) {
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
        PortalDirectory portal = directory.portal(recorded.portal());
        if (portal == null) {
            if (directory.call().getStatus() != HealthCheckResponse.Status.UP) {
                throw new TransientFailure("the directory has not been read to its end");
            }
            throw new PermanentFailure("there is no portal '" + recorded.portal() + "'");
        }
        return Decider.decide(
                recorded,
                policy(portal, recorded.response().supportGroup()),
                books.of(recorded.portal()),
                clock.instant());
    }

    /** The policy in force for a group. */
    public static Policy policy(PortalDirectory portal, @Nullable String group) {
        return Policy.of(
                portal.portal(), group, group == null ? null : portal.groups().get(group));
    }
}
