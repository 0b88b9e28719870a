package io.amends.dashboard.studio.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Conditions between form and JSON. What is wrong in the form stays wrong in the JSON, for the rules to say so. */
public final class ClauseJson {
    private static final Set<String> SEVERAL = Set.of("in", "notIn");

    private ClauseJson() {}

    /** A clause as a form. */
    public static ClauseForm drawn(JsonNode clause) {
        ClauseKind kind = ClauseKind.of(clause);
        JsonNode value = clause.path(kind.word());
        return switch (kind) {
            case ALL, ANY -> {
                List<ClauseForm> of = new ArrayList<>();
                value.forEach(c -> of.add(drawn(c)));
                yield ClauseForm.group(kind, of);
            }
            case NOT -> ClauseForm.group(kind, List.of(drawn(value)));
            case MEASURE, FIELD, PROPERTY -> comparison(kind, clause, Written.text(value.asText()));
            case TAG, FACTOR -> leaf(kind, "", Written.text(value.asText()));
            case COMMENT ->
                value.isObject()
                        ? leaf(
                                kind,
                                "contains",
                                Written.text(value.path("contains").asText()))
                        : leaf(kind, value.asText(), "");
            case SUBMITTED ->
                new ClauseForm(
                        kind,
                        "",
                        "",
                        value.path("between").path(0).asText(""),
                        value.path("between").path(1).asText(""),
                        texts(value.path("daysOfWeek")),
                        List.of());
            case OVERALL -> leaf(kind, "", "");
        };
    }

    private static ClauseForm comparison(ClauseKind kind, JsonNode clause, String subject) {
        String operator = "eq";
        for (Iterator<String> names = clause.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            operator = name.equals(kind.word()) ? operator : name;
        }
        JsonNode value = clause.path(operator);
        if (operator.equals("present")) {
            return form(kind, subject, value.asBoolean(true) ? "present" : "missing", "", "");
        }
        if (operator.equals("between")) {
            return form(kind, subject, operator, Written.value(value.path(0)), Written.value(value.path(1)));
        }
        if (SEVERAL.contains(operator)) {
            return kind == ClauseKind.FIELD
                    ? listed(subject, operator, texts(value))
                    : form(kind, subject, operator, Written.list(value), "");
        }
        boolean text = kind == ClauseKind.FIELD || operator.equals("prefix");
        return form(kind, subject, operator, text ? Written.text(value.asText()) : Written.value(value), "");
    }

    /** A field's values are there to tick, but for those that a browser would not send back as they are. */
    private static ClauseForm listed(String subject, String operator, List<String> values) {
        Map<Boolean, List<String>> odd =
                values.stream().collect(Collectors.partitioningBy(v -> v.chars().anyMatch(c -> c < ' ')));
        String written = Written.texts(odd.getOrDefault(true, List.of()));
        List<String> plain = odd.getOrDefault(false, List.of());
        return new ClauseForm(ClauseKind.FIELD, subject, operator, written, "", plain, List.of());
    }

    /** A form's clause as JSON. */
    public static ObjectNode json(ClauseForm form) {
        ObjectNode clause = Json.MAPPER.createObjectNode();
        switch (form.kind()) {
            case ALL, ANY -> {
                ArrayNode of = clause.putArray(form.kind().word());
                form.of().forEach(c -> of.add(json(c)));
            }
            case NOT -> clause.set("not", json(form.of().get(0)));
            case MEASURE, FIELD, PROPERTY ->
                comparison(clause.put(form.kind().word(), Written.readText(form.subject())), form);
            case TAG, FACTOR -> clause.put(form.kind().word(), Written.readText(form.value()));
            case COMMENT -> {
                if (form.operator().equals("contains")) {
                    clause.putObject("comment").put("contains", Written.readText(form.value()));
                } else {
                    clause.put("comment", form.operator());
                }
            }
            case SUBMITTED -> submitted(clause.putObject("submitted"), form);
            case OVERALL -> clause.put("overall", "lteThreshold");
        }
        return clause;
    }

    private static void comparison(ObjectNode clause, ClauseForm form) {
        boolean texts = form.kind() == ClauseKind.FIELD;
        switch (form.operator()) {
            case "present" -> clause.put("present", true);
            case "missing" -> clause.put("present", false);
            case "between" ->
                clause.putArray("between").add(Written.readValue(form.value())).add(Written.readValue(form.to()));
            case "prefix" -> clause.put("prefix", Written.readText(form.value()));
            case "in", "notIn" -> {
                ArrayNode values = clause.putArray(form.operator());
                form.chosen().forEach(values::add);
                if (texts) {
                    Written.readTexts(form.value()).forEach(values::add);
                } else {
                    values.addAll(Written.readList(form.value()));
                }
            }
            default -> {
                if (texts) {
                    clause.put(form.operator(), Written.readText(form.value()));
                } else {
                    clause.set(form.operator(), Written.readValue(form.value()));
                }
            }
        }
    }

    private static void submitted(ObjectNode submitted, ClauseForm form) {
        if (!form.chosen().isEmpty()) {
            ArrayNode days = submitted.putArray("daysOfWeek");
            form.chosen().forEach(days::add);
        }
        if (!form.value().isBlank() || !form.to().isBlank()) {
            submitted.putArray("between").add(form.value()).add(form.to());
        }
    }

    private static ClauseForm leaf(ClauseKind kind, String operator, String value) {
        return form(kind, "", operator, value, "");
    }

    private static ClauseForm form(ClauseKind kind, String subject, String operator, String value, String to) {
        return new ClauseForm(kind, subject, operator, value, to, List.of(), List.of());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asText()));
        return texts;
    }
}
