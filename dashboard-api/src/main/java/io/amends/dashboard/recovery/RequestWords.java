package io.amends.dashboard.recovery;

import io.amends.contracts.RequestFacts;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what staff ask for (A9). */
@ApplicationScoped
public class RequestWords {
    private final RecoveryMessages messages;

    RequestWords(RecoveryMessages messages) {
        this.messages = messages;
    }

    /** The kind of request. */
    public String type(RequestType type) {
        return switch (type) {
            case NEGATIVE_REVIEW_RECOVERY -> messages.recoveryRequest();
            case POSITIVE_REVIEW_FOLLOW_UP -> messages.followUpRequest();
        };
    }

    /** How the customer is best reached first. */
    public String format(RequestFormat format) {
        return switch (format) {
            case CALL -> messages.byCall();
            case EMAIL -> messages.byEmail();
        };
    }

    /** What stands beside a request's words; nothing for a note that is none. */
    List<String> of(@Nullable RequestFacts facts) {
        return facts == null
                ? List.of()
                : Stream.concat(
                                Stream.of(type(facts.type()), format(facts.format())),
                                facts.urgent() ? Stream.of(messages.urgent()) : Stream.of())
                        .toList();
    }
}
