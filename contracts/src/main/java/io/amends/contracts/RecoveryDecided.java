package io.amends.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.recovery.decided}: what was decided about one version of a response (B1–B6). It carries the
 * response, so that alerting, notes-service and dashboard-api need no other topic to act.
 *
 * @param decisionId UUIDv5 of portal, responseId, responseVersion, ruleSetVersion and policyVersion; also the event id
 * @param priority 1 is the most urgent; null where kind is NONE, and then written as that
 * @param also who hears of it besides whoever takes care of the group (B5), each contact once; nobody where alert is NONE by
 *     kind, by a rule or by a NO
 * @param ruleSetVersion 0 before the first published rule set
 * @param policyVersion hash of overall, threshold in force and contact policy
 * @param standing whether the response counted when this was decided; kind is NONE where it did not
 * @param supersededBy the response that replaced this one (A4), where standing is REPLACED
 * @param replaces the response that this one replaced, where there is one
 * @param previousGroup the group it was moved from, where it was (A8)
 * @param repaired whether it waited in quarantine first (A6)
 * @param history it reached Amends too late for a digest (C2); alert is then NONE
 * @param withdrawn whether standing is WITHDRAWN, for readers that are older than standing
 * @param recordedAt when the response became valid
 */
public record RecoveryDecided(
        String decisionId,
        String portal,
        String responseId,
        long responseVersion,
        String ticketId,
        String supportGroup,
        Kind kind,
        Contact contact,
        @JsonInclude @Nullable Integer priority,
        Alert alert,
        List<String> tags,
        boolean followUp,
        List<AlsoHears> also,
        long ruleSetVersion,
        String policyVersion,
        List<String> matchedRules,
        Explanation explanation,
        Standing standing,
        @Nullable String supersededBy,
        @Nullable String replaces,
        @Nullable String previousGroup,
        boolean repaired,
        boolean history,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withdrawn,
        Instant decidedAt,
        Instant recordedAt,
        SurveyResponse response) {

    public RecoveryDecided {
        tags = Absent.orEmpty(tags);
        also = Absent.orEmpty(also);
        matchedRules = Absent.orEmpty(matchedRules);
        standing = standing == null
                ? OlderDecision.standing(supersededBy, withdrawn, explanation == null ? null : explanation.summary())
                : standing;
        withdrawn = standing == Standing.WITHDRAWN;
    }

    /** The name of the rule by which a contact hears of it besides whoever takes care of the group (B5); null where none names them. */
    public @Nullable String ruleNaming(String contact) {
        return also.stream()
                .filter(one -> one.contact().equals(contact))
                .map(AlsoHears::rule)
                .findFirst()
                .orElse(null);
    }

    /** Whether someone should act on it: it opens a case and makes a digest. */
    public boolean candidate() {
        return candidate(kind, contact);
    }

    /** Whether someone should act on it still: it is a candidate, and its response was neither replaced nor taken back. */
    public boolean stands() {
        return candidate() && standing == Standing.COUNTS;
    }

    /** Whether it is a candidate, of what is decided already and is no decision yet. */
    public static boolean candidate(Kind kind, Contact contact) {
        return kind != Kind.NONE && contact != Contact.FORBIDDEN;
    }

    /** Whether a response counts. */
    public enum Standing {
        COUNTS,
        /** Another response of its ticket took its place (A4). */
        REPLACED,
        /**
         * It had counted, and a later version of it waits in quarantine (A5): until it is repaired it counts for nothing,
         * and its ticket and group may be missing (then empty) or not known.
         */
        WITHDRAWN
    }

    /** RECOVERY for the unhappy, OPPORTUNITY for the happy who asked to be contacted. */
    public enum Kind {
        RECOVERY,
        OPPORTUNITY,
        NONE
    }

    /** Whether the customer is to be, may be, or must not be contacted. FORBIDDEN is a hard stop (B4). */
    public enum Contact {
        REQUIRED,
        ALLOWED,
        FORBIDDEN
    }

    /** IMMEDIATE is in addition to the digest. */
    public enum Alert {
        IMMEDIATE,
        DIGEST,
        NONE
    }

    /**
     * A contact who hears of a case though they may have no part in its support group, and the name of the rule that says so: the
     * first one in the order of the rule set.
     */
    public record AlsoHears(String contact, String rule) {}

    /**
     * The stored reason (B6).
     *
     * @param summary one sentence that a person understands
     * @param overall the overall score as given, on the portal's own scale; null, and written as that, where it was not given
     * @param threshold the Service Recovery Threshold in force
     */
    public record Explanation(
            String summary,
            @JsonInclude @Nullable BigDecimal overall,
            BigDecimal threshold,
            ContactChoice contactChoice) {

        /** Whether overall is at or below the threshold (B1); false where it was not given. */
        public boolean low() {
            return overall != null && overall.compareTo(threshold) <= 0;
        }
    }
}
