package io.amends.dashboard.studio.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Json;
import io.amends.language.ClauseJson;
import io.amends.language.ClauseKind;
import io.amends.language.Operator;
import java.util.List;

/** A form's condition as JSON. What is wrong in the form stays wrong in the JSON, for the rules to say so. */
final class ClauseFormJson {
    private ClauseFormJson() {}

    static ObjectNode of(ClauseForm form) {
        return switch (form.kind()) {
            case ALL, ANY ->
                ClauseJson.combined(
                        form.kind(), form.of().stream().map(ClauseFormJson::of).toList());
            case NOT -> ClauseJson.not(of(form.of().get(0)));
            case MEASURE, FIELD, PROPERTY -> compared(form);
            case TAG, FACTOR -> ClauseJson.named(form.kind(), FieldText.readText(form.value()));
            case COMMENT ->
                form.operator() == FormOperator.CONTAINS
                        ? ClauseJson.commentContains(FieldText.readText(form.value()))
                        : ClauseJson.comment(form.operator().word());
            case SUBMITTED -> ClauseJson.submitted(form.chosen(), hours(form));
            case OVERALL -> ClauseJson.overallLow();
        };
    }

    private static List<String> hours(ClauseForm form) {
        return form.value().isBlank() && form.to().isBlank() ? List.of() : List.of(form.value(), form.to());
    }

    private static ObjectNode compared(ClauseForm form) {
        String subject = FieldText.readText(form.subject());
        return form.operator()
                .operator()
                .map(operator -> ClauseJson.compared(form.kind(), subject, operator, with(form, operator)))
                .orElseGet(() -> ClauseJson.named(form.kind(), subject));
    }

    private static JsonNode with(ClauseForm form, Operator operator) {
        return switch (operator) {
            case PRESENT -> BooleanNode.valueOf(form.operator() == FormOperator.PRESENT);
            case BETWEEN ->
                Json.MAPPER
                        .createArrayNode()
                        .add(FieldText.readValue(form.value()))
                        .add(FieldText.readValue(form.to()));
            case PREFIX -> TextNode.valueOf(FieldText.readText(form.value()));
            case IN, NOT_IN -> several(form);
            case EQ, NE, LT, LTE, GT, GTE ->
                form.kind() == ClauseKind.FIELD
                        ? TextNode.valueOf(FieldText.readText(form.value()))
                        : FieldText.readValue(form.value());
        };
    }

    private static ArrayNode several(ClauseForm form) {
        ArrayNode values = Json.MAPPER.createArrayNode();
        form.chosen().forEach(values::add);
        if (form.kind() == ClauseKind.FIELD) {
            FieldText.readTexts(form.value()).forEach(values::add);
        } else {
            values.addAll(FieldText.readList(form.value()));
        }
        return values;
    }
}
