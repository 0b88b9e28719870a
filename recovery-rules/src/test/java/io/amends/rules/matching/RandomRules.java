package io.amends.rules.matching;

import io.amends.contracts.Agent;
import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.Comparison.Direction;
import io.amends.language.Effects;
import io.amends.language.Field;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.language.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Rules and responses from a seed, rich in edges: missing values, boundaries, decimals, numbers in texts, any script. */
public final class RandomRules {
    private static final List<String> TEXTS = List.of(
            "phone",
            "email",
            "chat",
            "PHONE",
            "a-7",
            "1",
            "1.0",
            "01",
            "-3",
            "1e1",
            "true",
            "ß",
            "straße",
            "日本語",
            "😀",
            "é",
            "x y",
            "NaN",
            "EMEA-NET",
            "gold");
    private static final List<String> NUMBERS =
            List.of("0", "1", "1.0", "2", "2.5", "3", "5", "-1", "10", "100", "1e2", "0.1", "-0.0", "9999999999");
    private static final List<String> CONTACTS = List.of("c-1", "c-2", "C.3", "4");
    private static final List<String> NAMES = List.of("csat", "nps", "fcr", "tier", "amount", "ü");

    private final Random random;

    public RandomRules(long seed) {
        random = new Random(seed);
    }

    public RuleSet rules(int count) {
        return new RuleSet(IntStream.range(0, count)
                .mapToObj(i -> new Rule("rule " + i, clause(3), effects()))
                .toList());
    }

    public Effects effects() {
        return new Effects(
                maybe(() -> one(Kind.values())),
                maybe(() -> 1 + random.nextInt(5)),
                maybe(() -> some(() -> one(TEXTS))),
                maybe(() -> one(Alert.values())),
                maybe(random::nextBoolean),
                maybe(() -> some(() -> one(CONTACTS)).stream().distinct().toList()));
    }

    private Clause clause(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        return switch (kind) {
            case 0, 1, 2, 3 -> new Clause.All(atLeastOne(() -> clause(depth - 1)));
            case 4 -> new Clause.Any(atLeastOne(() -> clause(depth - 1)));
            case 5 -> new Clause.Not(clause(depth - 1));
            default -> leaf();
        };
    }

    private Clause leaf() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Clause.MeasureIs(one(NAMES), comparison(this::answerValue, true, false));
            case 3 -> new Clause.FieldIs(one(Field.values()), comparison(this::text, false, true));
            case 4, 5 -> new Clause.PropertyIs(one(NAMES), comparison(this::anyValue, true, true));
            case 6 -> random.nextBoolean() ? new Clause.HasTag(one(TEXTS)) : new Clause.HasFactor(one(TEXTS));
            case 7 ->
                random.nextBoolean()
                        ? new Clause.CommentIs(random.nextBoolean())
                        : new Clause.CommentContains(one(TEXTS));
            case 8 -> submitted();
            default -> new Clause.OverallLow();
        };
    }

    private Clause submitted() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        IntStream.range(0, random.nextInt(4)).forEach(i -> days.add(one(DayOfWeek.values())));
        LocalTime from = LocalTime.of(random.nextInt(24), 0);
        return new Clause.Submitted(
                days, days.isEmpty() || random.nextBoolean() ? new Clause.Hours(from, from.plusHours(8)) : null);
    }

    private Comparison comparison(Supplier<Value> value, boolean ordered, boolean texts) {
        return switch (random.nextInt(ordered ? 8 : 5)) {
            case 0, 1 -> new Comparison.Equal(value.get(), random.nextInt(4) == 0);
            case 2 -> new Comparison.In(atLeastOne(value), random.nextInt(4) == 0);
            case 3 -> new Comparison.Present(random.nextBoolean());
            case 4 ->
                texts ? new Comparison.Prefix(one(TEXTS).substring(0, 1)) : new Comparison.Equal(value.get(), false);
            case 5 -> {
                BigDecimal low = number();
                BigDecimal high = number();
                yield new Comparison.Between(low.min(high), low.max(high));
            }
            default -> new Comparison.Order(one(Direction.values()), number());
        };
    }

    public SurveyResponse response() {
        Map<String, Answer> measures = new HashMap<>();
        Map<String, Object> properties = new HashMap<>();
        NAMES.forEach(name -> {
            if (random.nextInt(3) > 0) {
                measures.put(
                        name,
                        random.nextInt(4) == 0 ? new Answer.YesNo(random.nextBoolean()) : new Answer.Score(number()));
            }
            if (random.nextBoolean()) {
                properties.put(
                        name,
                        random.nextBoolean() ? one(TEXTS) : random.nextBoolean() ? number() : random.nextBoolean());
            }
        });
        return ResponseBuilder.response("r-1")
                .ticket("T-1")
                .group(maybe(() -> one(TEXTS)))
                .segment(maybe(() -> one(TEXTS)))
                .brand(maybe(() -> one(TEXTS)))
                .channel(maybe(() -> one(TEXTS)))
                .language(maybe(() -> one(TEXTS)))
                .agent(maybe(() -> new Agent(maybe(() -> one(TEXTS)), null)))
                .measures(measures)
                .factors(some(() -> one(TEXTS)))
                .comment(maybe(() -> random.nextInt(5) == 0
                        ? " \n"
                        : "Das " + one(TEXTS).toUpperCase(java.util.Locale.ROOT) + " war " + one(TEXTS)))
                .choice(one(ContactChoice.values()))
                .tags(some(() -> one(TEXTS)))
                .properties(properties)
                .submittedAt(Instant.ofEpochSecond(1_763_000_000L + random.nextInt(30 * 86_400)))
                .build();
    }

    public BigDecimal number() {
        return new BigDecimal(one(NUMBERS));
    }

    private Value text() {
        return new Value.Text(one(TEXTS));
    }

    private Value answerValue() {
        return random.nextInt(4) == 0 ? new Value.Flag(random.nextBoolean()) : new Value.Numeric(number());
    }

    private Value anyValue() {
        return random.nextBoolean() ? text() : answerValue();
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> list = new ArrayList<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> list.add(value.get()));
        return list;
    }

    private <T> List<T> atLeastOne(Supplier<T> value) {
        List<T> list = some(value);
        list.add(value.get());
        return list;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
