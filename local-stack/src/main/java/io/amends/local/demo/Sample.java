package io.amends.local.demo;

import java.time.Instant;
import java.util.Map;

/**
 * A sample survey response.
 *
 * @param body as it is posted
 * @param factor what it was about
 * @param valid false for one that will be quarantined
 * @param superseded whether a later sample of the same ticket replaces it
 */
record Sample(Map<String, Object> body, Instant submittedAt, String factor, boolean valid, boolean superseded) {
    String responseId() {
        return text("responseId");
    }

    String group() {
        return text("supportGroup");
    }

    String contactChoice() {
        return text("contactChoice");
    }

    int csat() {
        return body.get("measures") instanceof Map<?, ?> measures && measures.get("csat") instanceof Integer csat
                ? csat
                : 0;
    }

    String text(String field) {
        return String.valueOf(body.get(field));
    }
}
