package io.amends.rules.evaluation;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.messages.Languages;
import io.amends.rules.decision.Decider;
import io.amends.rules.decision.DecisionMessages;
import io.amends.rules.decision.DecisionSummary;
import io.amends.rules.decision.Policies;
import io.amends.rules.decision.Policy;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.versions.RuleBooks;
import io.quarkus.qute.i18n.Localized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/** Decides by directory and published rules as this process knows them, now. */
@ApplicationScoped
public class Verdicts {
    private final DirectoryView directory;
    private final RuleBooks books;
    private final Clock clock;
    private final Function<Locale, Decider> deciders;
    /** What is sent as an event is English. */
    private final Decider english;

    private final Map<String, Policies> policies = new ConcurrentHashMap<>();

    Verdicts(DirectoryView directory, RuleBooks books, Clock clock, @Any Instance<DecisionMessages> messages) {
        this.deciders = Languages.each(tag -> new Decider(
                new DecisionSummary(messages.select(Localized.Literal.of(tag)).get())));
        this.english = deciders.apply(Locale.ENGLISH);
        this.directory = directory;
        this.books = books;
        this.clock = clock;
    }

    /**
     * The decision about what was recorded, told in a reader's language; null where there is none to make.
     *
     * @throws PermanentFailure if the directory does not have the portal
     * @throws TransientFailure if directory or rules have not been read to their end
     */
    public @Nullable RecoveryDecided decide(SurveyRecorded recorded, Locale reader) {
        return decide(recorded, books.of(recorded.portal()), deciders.apply(reader));
    }

    /** The same as it is sent as an event, by rules that were looked up before. */
    public @Nullable RecoveryDecided decide(SurveyRecorded recorded, RuleBook book) {
        return decide(recorded, book, english);
    }

    private @Nullable RecoveryDecided decide(SurveyRecorded recorded, RuleBook book, Decider decider) {
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
