package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each rule caught in the last so many times 24 hours (F5). */
public record CaughtCases(int days, List<ByRule> rules) {

    /**
     * Responses that a rule of that name matched, each counted once however often it was decided.
     *
     * @param since set where the rule asks for what it asks for now since less than these days
     */
    public record ByRule(String name, long caught, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Since since) {}

    /** What a rule caught since a version made it what it is. */
    public record Since(long version, Instant publishedAt, long caught) {}
}
