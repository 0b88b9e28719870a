package io.amends.rules.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ExplainedDecision.AttributeKind;
import io.amends.language.Clause;
import io.amends.language.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf looks at in a response, as something that could be otherwise. Tags and factors are there or not: true or
 * false.
 */
record Attribute(AttributeKind kind, String name) {

    /** @param overall the measure that {@code overall} stands for */
    static Attribute of(Clause.Leaf leaf, String overall) {
        return leaf.match(new AttributeOfLeaf(overall));
    }

    private record AttributeOfLeaf(String overall) implements Clause.LeafCases<Attribute> {
        private static final Attribute OF_COMMENT = new Attribute(AttributeKind.COMMENT, "comment");
        private static final Attribute OF_MOMENT = new Attribute(AttributeKind.SUBMITTED, "submittedAt");

        @Override
        public Attribute measure(Clause.MeasureIs is) {
            return new Attribute(AttributeKind.MEASURE, is.measure());
        }

        @Override
        public Attribute field(Clause.FieldIs is) {
            return new Attribute(AttributeKind.FIELD, is.field().json());
        }

        @Override
        public Attribute property(Clause.PropertyIs is) {
            return new Attribute(AttributeKind.PROPERTY, is.property());
        }

        @Override
        public Attribute tag(Clause.HasTag has) {
            return new Attribute(AttributeKind.TAG, has.tag());
        }

        @Override
        public Attribute factor(Clause.HasFactor has) {
            return new Attribute(AttributeKind.FACTOR, has.factor());
        }

        @Override
        public Attribute comment(Clause.CommentIs is) {
            return OF_COMMENT;
        }

        @Override
        public Attribute commentContains(Clause.CommentContains contains) {
            return OF_COMMENT;
        }

        @Override
        public Attribute submitted(Clause.Submitted submitted) {
            return OF_MOMENT;
        }

        @Override
        public Attribute overallLow(Clause.OverallLow low) {
            return new Attribute(AttributeKind.MEASURE, overall);
        }
    }

    boolean is(Field field) {
        return kind == AttributeKind.FIELD && name.equals(field.json());
    }

    /** What the response has there as JSON; null where it has nothing. */
    @Nullable
    JsonNode in(SurveyResponse response) {
        ObjectNode json = Json.MAPPER.valueToTree(response);
        JsonNode value =
                switch (kind) {
                    case MEASURE -> json.path("measures").path(name);
                    case PROPERTY -> json.path("properties").path(name);
                    case FIELD -> is(Field.AGENT) ? json.path("agent").path("id") : json.path(name);
                    case COMMENT, SUBMITTED -> json.path(name);
                    case TAG -> Json.MAPPER.valueToTree(response.tags().contains(name));
                    case FACTOR -> Json.MAPPER.valueToTree(response.factors().contains(name));
                };
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    /** The response as it would be with that value there; null for none. */
    SurveyResponse with(SurveyResponse response, @Nullable JsonNode value) {
        ObjectNode json = Json.MAPPER.valueToTree(response);
        switch (kind) {
            case MEASURE -> json.withObject("/measures").set(name, value);
            case PROPERTY -> json.withObject("/properties").set(name, value);
            case TAG -> member(json.putArray("tags"), response.tags(), value);
            case FACTOR -> member(json.putArray("factors"), response.factors(), value);
            case COMMENT, SUBMITTED -> json.set(name, value);
            case FIELD -> {
                if (is(Field.AGENT)) {
                    json.withObject("/agent").set("id", value);
                } else {
                    json.set(name, value);
                }
            }
        }
        try {
            return Json.MAPPER.treeToValue(json, SurveyResponse.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(this + " cannot be " + value, e);
        }
    }

    private void member(ArrayNode into, List<String> members, @Nullable JsonNode there) {
        members.stream().filter(member -> !member.equals(name)).forEach(into::add);
        if (there != null && there.booleanValue()) {
            into.add(name);
        }
    }
}
