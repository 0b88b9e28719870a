package io.amends.language;

import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule sets where it matches (B5); null leaves the usual of the kind that results.
 *
 * @param priority 1 is the most urgent; it also decides which of several matching rules sets the effects
 * @param tags added to those of the other matching rules; null where the rule says nothing about tags
 * @param also codes of the contacts who hear of it besides whoever takes care of the group, added to those of the other matching
 *     rules; null where the rule says nothing about them
 */
public record Effects(
        @Nullable Kind kind,
        @Nullable Integer priority,
        @Nullable List<String> tags,
        @Nullable Alert alert,
        @Nullable Boolean followUp,
        @Nullable List<String> also) {
    /** The keys in JSON. */
    public static final String KIND = "kind";

    public static final String PRIORITY = "priority";
    public static final String TAGS = "tags";
    public static final String ALERT = "alert";
    public static final String FOLLOW_UP = "followUp";
    public static final String ALSO = "also";

    /** The contacts that it names; none where it says nothing about them. */
    public List<String> named() {
        return also == null ? List.of() : also;
    }
}
