package io.amends.dashboard.studio.core;

import io.amends.language.Clause;
import io.amends.language.ClauseJson;
import io.amends.language.ClauseKind;
import io.amends.language.Comparison;
import io.amends.language.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a form of a clause: the draft of the same tree, in which every value is a text that somebody can change. */
final class ClauseForms implements Clause.Cases<ClauseForm> {
    static final ClauseForms OF = new ClauseForms();

    private static final Clause.LeafCases<ClauseForm> LEAVES = new Clause.LeafCases<>() {
        @Override
        public ClauseForm measure(Clause.MeasureIs is) {
            return is.comparison().match(new Compared(ClauseKind.MEASURE, FieldText.text(is.measure())));
        }

        @Override
        public ClauseForm field(Clause.FieldIs is) {
            return is.comparison()
                    .match(new Compared(ClauseKind.FIELD, is.field().json()));
        }

        @Override
        public ClauseForm property(Clause.PropertyIs is) {
            return is.comparison().match(new Compared(ClauseKind.PROPERTY, FieldText.text(is.property())));
        }

        @Override
        public ClauseForm tag(Clause.HasTag has) {
            return form(ClauseKind.TAG, "", FormOperator.NONE, FieldText.text(has.tag()), "");
        }

        @Override
        public ClauseForm factor(Clause.HasFactor has) {
            return form(ClauseKind.FACTOR, "", FormOperator.NONE, FieldText.text(has.factor()), "");
        }

        @Override
        public ClauseForm comment(Clause.CommentIs is) {
            return form(ClauseKind.COMMENT, "", is.present() ? FormOperator.PRESENT : FormOperator.ABSENT, "", "");
        }

        @Override
        public ClauseForm commentContains(Clause.CommentContains contains) {
            return form(ClauseKind.COMMENT, "", FormOperator.CONTAINS, FieldText.text(contains.text()), "");
        }

        @Override
        public ClauseForm submitted(Clause.Submitted submitted) {
            Clause.Hours hours = submitted.between();
            return new ClauseForm(
                    ClauseKind.SUBMITTED,
                    "",
                    FormOperator.NONE,
                    hours == null ? "" : hours.from().toString(),
                    hours == null ? "" : hours.to().toString(),
                    submitted.daysInOrder().stream().map(Enum::name).toList(),
                    List.of());
        }

        @Override
        public ClauseForm overallLow(Clause.OverallLow low) {
            return form(ClauseKind.OVERALL, "", FormOperator.NONE, "", "");
        }
    };

    private ClauseForms() {}

    @Override
    public ClauseForm all(Clause.All all) {
        return group(ClauseKind.ALL, all.of());
    }

    @Override
    public ClauseForm any(Clause.Any any) {
        return group(ClauseKind.ANY, any.of());
    }

    @Override
    public ClauseForm not(Clause.Not not) {
        return group(ClauseKind.NOT, List.of(not.of()));
    }

    @Override
    public ClauseForm leaf(Clause.Leaf leaf) {
        return leaf.match(LEAVES);
    }

    private ClauseForm group(ClauseKind kind, List<Clause> of) {
        return ClauseForm.group(kind, of.stream().map(c -> c.match(this)).toList());
    }

    private static ClauseForm form(ClauseKind kind, String subject, FormOperator operator, String value, String to) {
        return new ClauseForm(kind, subject, operator, value, to, List.of(), List.of());
    }

    /** @param subject as written */
    private record Compared(ClauseKind kind, String subject) implements Comparison.Cases<ClauseForm> {
        @Override
        public ClauseForm equal(Comparison.Equal equal) {
            return form(equal.negated() ? FormOperator.NE : FormOperator.EQ, value(equal.value()));
        }

        @Override
        public ClauseForm in(Comparison.In in) {
            FormOperator operator = in.negated() ? FormOperator.NOT_IN : FormOperator.IN;
            return kind == ClauseKind.FIELD
                    ? listed(operator, in.values().stream().map(Value::asText).toList())
                    : form(
                            operator,
                            FieldText.list(
                                    in.values().stream().map(ClauseJson::value).toList()));
        }

        @Override
        public ClauseForm order(Comparison.Order order) {
            return form(FormOperator.of(order.direction().operator()), number(order.bound()));
        }

        @Override
        public ClauseForm between(Comparison.Between between) {
            return ClauseForms.form(kind, subject, FormOperator.BETWEEN, number(between.low()), number(between.high()));
        }

        @Override
        public ClauseForm prefix(Comparison.Prefix prefix) {
            return form(FormOperator.PREFIX, FieldText.text(prefix.prefix()));
        }

        @Override
        public ClauseForm present(Comparison.Present present) {
            return form(present.wanted() ? FormOperator.PRESENT : FormOperator.MISSING, "");
        }

        private ClauseForm form(FormOperator operator, String value) {
            return ClauseForms.form(kind, subject, operator, value, "");
        }

        /** A field has texts only; anything else says by quotes that it is one. */
        private String value(Value value) {
            return kind == ClauseKind.FIELD ? FieldText.text(value.asText()) : FieldText.value(ClauseJson.value(value));
        }

        private static String number(BigDecimal number) {
            return FieldText.value(ClauseJson.value(new Value.Numeric(number)));
        }

        /** A field's values are there to tick, but for those that a browser would not send back as they are. */
        private ClauseForm listed(FormOperator operator, List<String> values) {
            Map<Boolean, List<String>> odd = values.stream()
                    .collect(Collectors.partitioningBy(v -> v.chars().anyMatch(c -> c < ' ')));
            String written = FieldText.texts(odd.getOrDefault(true, List.of()));
            List<String> plain = odd.getOrDefault(false, List.of());
            return new ClauseForm(kind, subject, operator, written, "", plain, List.of());
        }
    }
}
