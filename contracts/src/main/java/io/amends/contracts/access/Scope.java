package io.amends.contracts.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an API key may do (H2). Every route of every service asks for one of these; a key that lacks it is refused with 403
 * and the scope's word. Keys that are configured have all of them.
 */
public enum Scope {
    SURVEYS_WRITE("surveys:write"),
    SURVEYS_READ("surveys:read"),
    QUARANTINE_WRITE("quarantine:write"),
    REQUESTS_WRITE("requests:write"),
    RESPONSES_READ("responses:read"),
    REPORTS_READ("reports:read"),
    CASES_READ("cases:read"),
    CASES_WRITE("cases:write"),
    NOTES_WRITE("notes:write"),
    NOTES_IMPORT("notes:import"),
    TEMPLATES_WRITE("templates:write"),
    DIRECTORY_READ("directory:read"),
    DIRECTORY_WRITE("directory:write"),
    PEOPLE_WRITE("people:write"),
    KEYS_WRITE("keys:write"),
    SECRETS_WRITE("secrets:write"),
    RULES_READ("rules:read"),
    RULES_WRITE("rules:write"),
    DIGESTS_RUN("digests:run"),
    DELIVERIES_READ("deliveries:read"),
    DELIVERIES_WRITE("deliveries:write"),
    AUDIT_READ("audit:read"),
    OPS("ops");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The scope that a word names; empty for those that later versions add. */
    public static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** The word in JSON, in tables and in messages, such as {@code surveys:write}. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The word: whoever is told which scopes there are reads the words that they can send. */
    @Override
    public String toString() {
        return word;
    }
}
