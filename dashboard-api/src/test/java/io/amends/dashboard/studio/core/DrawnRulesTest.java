package io.amends.dashboard.studio.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.StorableText;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.Field;
import io.amends.language.RuleSetReader;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("F5: the builder's form")
class DrawnRulesTest {
    @Property(tries = 1_000)
    @Label("any rule that is drawn in the builder and posted back is unchanged")
    void roundTrip(@ForAll("rules") ObjectNode rule) throws Exception {
        String body = RuleFields.write(drawn(rule)).body();
        JsonNode back = RuleFields.read(FormFields.read(body), "csat").json();
        // As it travels: what the rules get is bytes; 100 and 1E+2 are one number there.
        JsonNode sent = Json.MAPPER.readTree(Json.write(back));
        assertThat(sent.equals(DrawnRulesTest::sameValue, rule))
                .as("%s is %s", sent, rule)
                .isTrue();
    }

    @Example
    @Label("every kind of clause and of comparison that the rule language has is among them")
    void everyKind() {
        String drawn = rules().sampleStream()
                .limit(2_000)
                .map(rule -> RuleSetReader.readPublishedRule(rule).toString())
                .collect(Collectors.joining());
        assertThat(Stream.of(Clause.class, Clause.Leaf.class, Comparison.class)
                        .flatMap(kinds -> Arrays.stream(kinds.getPermittedSubclasses()))
                        .filter(Class::isRecord))
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(drawn).contains(kind.getSimpleName() + "["));
    }

    private static RuleForm drawn(ObjectNode rule) {
        return RuleForm.of(RuleSetReader.readPublishedRule(rule).orElseThrow());
    }

    private static int sameValue(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        return numbers ? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;
    }

    @Property(tries = 300)
    @Label("a form that is shown again says the same")
    void again(@ForAll("rules") ObjectNode rule) {
        RuleForm drawn = drawn(rule);
        RuleForm shown = RuleFields.read(FormFields.read(RuleFields.write(drawn).body()), "csat");
        assertThat(shown).isEqualTo(drawn);
    }

    @Provide
    Arbitrary<ObjectNode> rules() {
        return Combinators.combine(texts(), clauses(4), effects()).as((name, when, then) -> {
            ObjectNode rule = Json.MAPPER.createObjectNode().put("name", name);
            rule.set("when", when);
            rule.set("then", then);
            return rule;
        });
    }

    private static Arbitrary<ObjectNode> clauses(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<ObjectNode> inner = Arbitraries.lazy(() -> clauses(depth - 1));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, leaves()),
                net.jqwik.api.Tuple.of(1, inner.list().ofMinSize(1).ofMaxSize(3).map(of -> group("all", of))),
                net.jqwik.api.Tuple.of(1, inner.list().ofMinSize(1).ofMaxSize(3).map(of -> group("any", of))),
                net.jqwik.api.Tuple.of(1, inner.map(of -> {
                    ObjectNode not = Json.MAPPER.createObjectNode();
                    not.set("not", of);
                    return not;
                })));
    }

    private static ObjectNode group(String key, List<ObjectNode> of) {
        ObjectNode group = Json.MAPPER.createObjectNode();
        of.forEach(group.putArray(key)::add);
        return group;
    }

    private static Arbitrary<ObjectNode> leaves() {
        return Arbitraries.oneOf(
                compared("measure", texts(), numbers(), List.of("eq", "ne", "lt", "lte", "gt", "gte")),
                compared("measure", texts(), flags(), List.of("eq", "ne")),
                compared("field", fields(), words(), List.of("eq", "ne", "prefix")),
                compared("field", choice(), choices(), List.of("eq", "ne")),
                compared("property", texts(), values(), List.of("eq", "ne")),
                compared("property", texts(), numbers(), List.of("lt", "lte", "gt", "gte")),
                compared("measure", texts(), lists(numbers()), List.of("in")),
                compared("field", fields(), lists(words()), List.of("in", "notIn")),
                compared("field", choice(), lists(choices()), List.of("in", "notIn")),
                compared("property", texts(), lists(values()), List.of("in", "notIn")),
                compared("measure", texts(), numbers().tuple2().map(t -> pair(t.get1(), t.get2())), List.of("between")),
                compared("measure", texts(), flags(), List.of("present")),
                compared("field", fields(), flags(), List.of("present")),
                compared("property", texts(), flags(), List.of("present")),
                texts().map(t -> Json.MAPPER.createObjectNode().put("tag", t)),
                texts().map(t -> Json.MAPPER.createObjectNode().put("factor", t)),
                Arbitraries.of("present", "absent")
                        .map(c -> Json.MAPPER.createObjectNode().put("comment", c)),
                texts().map(t -> {
                    ObjectNode comment = Json.MAPPER.createObjectNode();
                    comment.putObject("comment").put("contains", t);
                    return comment;
                }),
                submitted(),
                Arbitraries.of("lteThreshold")
                        .map(o -> Json.MAPPER.createObjectNode().put("overall", o)));
    }

    private static Arbitrary<ObjectNode> compared(
            String key, Arbitrary<String> subjects, Arbitrary<? extends JsonNode> values, List<String> operators) {
        return Combinators.combine(subjects, Arbitraries.of(operators), values).as((name, operator, value) -> {
            ObjectNode clause = Json.MAPPER.createObjectNode().put(key, name);
            clause.set(operator, value);
            return clause;
        });
    }

    /** Every field but the one whose values are choices. */
    private static Arbitrary<String> fields() {
        return Arbitraries.of(Field.values())
                .filter(f -> f != Field.CONTACT_CHOICE)
                .map(Field::json);
    }

    private static Arbitrary<String> choice() {
        return Arbitraries.just(Field.CONTACT_CHOICE.json());
    }

    private static Arbitrary<JsonNode> choices() {
        return Arbitraries.of(ContactChoice.values())
                .map(c -> Json.MAPPER.getNodeFactory().textNode(c.name()));
    }

    private static Arbitrary<JsonNode> words() {
        return texts().map(t -> Json.MAPPER.getNodeFactory().textNode(t));
    }

    private static Arbitrary<ObjectNode> submitted() {
        Arbitrary<List<String>> days = Arbitraries.subsetOf(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY)
                .map(s -> s.stream().sorted().map(Enum::name).toList());
        Arbitrary<String> times = Arbitraries.of("08:00", "17:30:15", "00:00", "23:59");
        return Combinators.combine(days, times, times, Arbitraries.of(true, false))
                .as((on, from, to, hours) -> {
                    ObjectNode clause = Json.MAPPER.createObjectNode();
                    ObjectNode submitted = clause.putObject("submitted");
                    if (!on.isEmpty()) {
                        on.forEach(submitted.putArray("daysOfWeek")::add);
                    }
                    if (hours || on.isEmpty()) {
                        submitted.putArray("between").add(from).add(to);
                    }
                    return clause;
                })
                .filter(clause -> !clause.at("/submitted/between/0").equals(clause.at("/submitted/between/1"))
                        || clause.at("/submitted/between").isMissingNode());
    }

    private static Arbitrary<ObjectNode> effects() {
        return Combinators.combine(
                        Arbitraries.of("", "RECOVERY", "NONE"),
                        Arbitraries.integers().between(0, 1000),
                        texts().list().ofMaxSize(3),
                        Arbitraries.of("", "IMMEDIATE", "DIGEST"),
                        Arbitraries.of("", "true", "false"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("c-1", "C.2", "7").set().ofMaxSize(3))
                .as((kind, priority, tags, alert, followUp, own, also) -> {
                    ObjectNode then = Json.MAPPER.createObjectNode();
                    if (!kind.isEmpty()) {
                        then.put("kind", kind);
                    }
                    if (priority > 0) {
                        then.put("priority", priority);
                    }
                    if (own) {
                        tags.forEach(then.putArray("tags")::add);
                    }
                    if (!alert.isEmpty()) {
                        then.put("alert", alert);
                    }
                    if (!followUp.isEmpty()) {
                        then.put("followUp", followUp.equals("true"));
                    }
                    if (!also.isEmpty()) {
                        also.forEach(then.putArray("also")::add);
                    }
                    return then;
                });
    }

    private static ArrayNode pair(JsonNode low, JsonNode high) {
        boolean ascending = low.decimalValue().compareTo(high.decimalValue()) <= 0;
        return Json.MAPPER.createArrayNode().add(ascending ? low : high).add(ascending ? high : low);
    }

    private static <T extends JsonNode> Arbitrary<ArrayNode> lists(Arbitrary<T> of) {
        return of.list().ofMinSize(1).ofMaxSize(4).uniqueElements().map(values -> {
            ArrayNode list = Json.MAPPER.createArrayNode();
            values.forEach(list::add);
            // Texts that a browser would change stand behind the others, as the page posts them.
            ArrayNode posted = Json.MAPPER.createArrayNode();
            list.forEach(v -> {
                if (!odd(v)) {
                    posted.add(v);
                }
            });
            list.forEach(v -> {
                if (odd(v)) {
                    posted.add(v);
                }
            });
            return posted;
        });
    }

    private static boolean odd(JsonNode value) {
        return value.isTextual() && value.textValue().chars().anyMatch(c -> c < ' ');
    }

    private static Arbitrary<JsonNode> values() {
        return Arbitraries.oneOf(words(), numbers(), flags());
    }

    private static Arbitrary<JsonNode> flags() {
        return Arbitraries.of(true, false).map(Json.MAPPER.getNodeFactory()::booleanNode);
    }

    private static Arbitrary<JsonNode> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers()
                        .map(i -> (JsonNode) Json.MAPPER.getNodeFactory().numberNode(i)),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-100"), new BigDecimal("100"))
                        .ofScale(3)
                        .map(d -> (JsonNode) Json.MAPPER.getNodeFactory().numberNode(d)));
    }

    /** Names, codes, words, and whatever could be read as something else. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "phone",
                        "gold",
                        "12",
                        "1.50",
                        "true",
                        "false",
                        "a, b",
                        "\"quoted\"",
                        "\"VIP\" first",
                        " padded ",
                        "two\nlines",
                        "null",
                        "חשבון",
                        "😀 vip",
                        "a=b&c",
                        "1e5",
                        "-0",
                        "\\",
                        "\"",
                        ","),
                Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(12)
                        .filter(s -> !s.isBlank())
                        // What cannot be stored is no rule's.
                        .filter(s -> StorableText.printable(s).equals(s)));
    }
}
