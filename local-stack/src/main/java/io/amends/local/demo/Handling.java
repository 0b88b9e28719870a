package io.amends.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a team did about one unhappy customer.
 *
 * @param notes as they are posted, oldest first
 * @param closing as the case is closed; empty while it is open
 * @param answer whether the customer answered the follow-up survey
 */
record Handling(Sample sample, List<Map<String, Object>> notes, Optional<Map<String, Object>> closing, boolean answer) {
    // The last day and a half is left to do: that is what the person trying it out will work on.
    private static final Duration LEFT_TO_DO = Duration.ofHours(36);

    /** Empty where nobody was to be contacted, or nobody has got to it. */
    static Optional<Handling> of(Sample sample, Instant now, DemoData data) {
        boolean candidate = sample.valid()
                && !sample.superseded()
                && sample.csat() <= data.threshold(sample.group())
                && !sample.contactChoice().equals("NO");
        Dice dice = new Dice(sample.responseId().hashCode());
        if (!candidate || sample.submittedAt().isAfter(now.minus(LEFT_TO_DO)) || !dice.chance(0.82)) {
            return Optional.empty();
        }
        JsonNode texts = data.desk().path("handling");
        List<Map<String, Object>> notes = new ArrayList<>();
        Instant at = sample.submittedAt().plus(Duration.ofMinutes(dice.between(40, 900)));
        String author = data.lead(sample.group());
        if (dice.chance(0.4)) {
            notes.add(note(author, false, dice.one(DemoData.texts(texts.path("attempts"))), at));
            at = at.plus(Duration.ofMinutes(dice.between(90, 600)));
        }
        boolean spoke = dice.chance(0.88);
        if (spoke) {
            List<String> talks = DemoData.texts(texts.path("talks").path(sample.factor()));
            notes.add(note(author, true, dice.one(talks), at));
        }
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        boolean closed = spoke && dice.chance(0.86);
        return Optional.of(new Handling(
                sample,
                notes,
                closed ? Optional.of(closing(sample, texts, dice)) : Optional.empty(),
                closed && dice.chance(0.45)));
    }

    private static Map<String, Object> note(String author, boolean spoke, String text, Instant at) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("author", author);
        note.put("spoke", spoke);
        note.put("text", text);
        note.put("at", at.toString());
        return note;
    }

    private static Map<String, Object> closing(Sample sample, JsonNode texts, Dice dice) {
        Map<String, Double> outcomes = new LinkedHashMap<>();
        outcomes.put("RESOLVED", 76.0);
        outcomes.put("RESOLVED_BY_CUSTOMER", 9.0);
        outcomes.put("UNRESOLVED", 11.0);
        outcomes.put("NOT_NEEDED", 4.0);
        Map<String, Object> closing = new LinkedHashMap<>();
        closing.put("outcome", dice.weighted(outcomes));
        closing.put("rootCause", texts.path("causes").path(sample.factor()).asText());
        closing.put("sendFollowUp", true);
        return closing;
    }

    /** The customer's answer to the follow-up survey of a case; empty while it would lie ahead. */
    Optional<Map<String, Object>> followUp(String caseId, Instant now, DemoData data) {
        Dice dice = new Dice(sample.responseId().hashCode() * 31L);
        Instant submitted = sample.submittedAt().plus(Duration.ofHours(dice.between(60, 120)));
        if (!answer || submitted.isAfter(now)) {
            return Optional.empty();
        }
        int csat = dice.chance(0.1) ? dice.between(1, 2) : dice.between(3, 5);
        Map<String, Object> body = new LinkedHashMap<>(sample.body());
        body.put("responseId", followUpId());
        body.put("measures", SampleDay.measures(csat, dice));
        body.put("comment", new Verbatims(data).say(sample.text("language"), csat > 2, sample.factor(), dice));
        body.put("contactChoice", "NOT_ASKED");
        body.put("submittedAt", submitted.toString());
        body.put("updatedAt", submitted.toString());
        body.put("followUpOf", caseId);
        return Optional.of(body);
    }

    String followUpId() {
        return "f-" + sample.responseId();
    }
}
