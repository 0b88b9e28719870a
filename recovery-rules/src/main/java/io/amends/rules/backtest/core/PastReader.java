package io.amends.rules.backtest.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.amends.contracts.OlderDecision;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyResponse;
import io.amends.rules.events.FieldReader;
import io.amends.rules.events.JsonText;
import io.amends.rules.events.ResponseReader;
import io.amends.rules.events.Unreadable;
import io.amends.rules.matching.Wanted;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads of a decision's JSON what a backtest needs, of its response what the judged rules ask for. */
public final class PastReader extends FieldReader {
    // All fields in the order in which they are written; those that only few decisions have come last.
    private static final SerializableString[] PLACES = places(
            "decisionId",
            "portal",
            "responseId",
            "responseVersion",
            "ticketId",
            "supportGroup",
            "kind",
            "contact",
            "priority",
            "alert",
            "tags",
            "followUp",
            "ruleSetVersion",
            "policyVersion",
            "matchedRules",
            "explanation",
            "standing",
            "repaired",
            "history",
            "decidedAt",
            "recordedAt",
            "response",
            "supersededBy",
            "withdrawn");
    private static final Kind[] KINDS = Kind.values();
    private static final Contact[] CONTACTS = Contact.values();
    private static final Standing[] STANDINGS = Standing.values();

    private final Wanted wanted;
    private @Nullable String responseId;
    private long responseVersion;
    private @Nullable Kind kind;
    private @Nullable Contact contact;
    private @Nullable String policyVersion;
    private @Nullable Standing standing;
    private @Nullable String supersededBy;
    private boolean withdrawn;
    private @Nullable PastExplanation explained;
    private @Nullable SurveyResponse response;

    private PastReader(JsonParser json, Wanted wanted) {
        super(json, PLACES);
        this.wanted = wanted;
    }

    /** @throws Unreadable if it is no decision */
    public static PastDecision read(byte[] data, Wanted wanted) {
        return JsonText.read(data, json -> new PastReader(json, wanted).decision());
    }

    private PastDecision decision() throws IOException {
        fields();
        Kind decided = needed(kind, "kind");
        PastExplanation why = needed(explained, "explanation");
        return new PastDecision(
                needed(responseId, "responseId"),
                responseVersion,
                standing == null ? OlderDecision.standing(supersededBy, withdrawn, why.summary) : standing,
                RecoveryDecided.candidate(decided, needed(contact, "contact")),
                needed(policyVersion, "policyVersion"),
                why.overall,
                needed(why.threshold, "explanation/threshold"),
                needed(response, "response"));
    }

    @Override
    protected void field(String name) throws IOException {
        switch (name) {
            case "responseId" -> responseId = text();
            case "responseVersion" -> responseVersion = whole();
            case "kind" -> kind = constant(KINDS);
            case "contact" -> contact = constant(CONTACTS);
            case "policyVersion" -> policyVersion = text();
            case "standing" -> standing = constant(STANDINGS);
            case "supersededBy" -> supersededBy = text();
            case "withdrawn" -> withdrawn = flag();
            case "explanation" -> explained = has() ? PastExplanation.read(json) : null;
            case "response" -> response = has() ? ResponseReader.read(json, wanted) : null;
            default -> json.skipChildren();
        }
    }

    /** The stored reason. */
    private static final class PastExplanation extends FieldReader {
        private static final SerializableString[] PLACES = places("summary", "overall", "threshold");
        private @Nullable String summary;
        private @Nullable BigDecimal overall;
        private @Nullable BigDecimal threshold;

        private PastExplanation(JsonParser json) {
            super(json, PLACES);
        }

        static PastExplanation read(JsonParser json) throws IOException {
            PastExplanation explained = new PastExplanation(json);
            explained.fields();
            return explained;
        }

        @Override
        protected void field(String name) throws IOException {
            switch (name) {
                case "summary" -> summary = text();
                case "overall" -> overall = has() ? json.getDecimalValue() : null;
                case "threshold" -> threshold = has() ? json.getDecimalValue() : null;
                default -> json.skipChildren();
            }
        }
    }
}
