package io.amends.dashboard.studio.core;

import static io.amends.dashboard.studio.core.FormOperator.ABSENT;
import static io.amends.dashboard.studio.core.FormOperator.BETWEEN;
import static io.amends.dashboard.studio.core.FormOperator.CONTAINS;
import static io.amends.dashboard.studio.core.FormOperator.EQ;
import static io.amends.dashboard.studio.core.FormOperator.GT;
import static io.amends.dashboard.studio.core.FormOperator.GTE;
import static io.amends.dashboard.studio.core.FormOperator.IN;
import static io.amends.dashboard.studio.core.FormOperator.LT;
import static io.amends.dashboard.studio.core.FormOperator.LTE;
import static io.amends.dashboard.studio.core.FormOperator.MISSING;
import static io.amends.dashboard.studio.core.FormOperator.NE;
import static io.amends.dashboard.studio.core.FormOperator.NOT_IN;
import static io.amends.dashboard.studio.core.FormOperator.PREFIX;
import static io.amends.dashboard.studio.core.FormOperator.PRESENT;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.directory.Measure;
import io.amends.language.ClauseKind;
import io.amends.language.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What conditions of a portal can be about: what its directory declares, and what its newest responses carried.
 *
 * @param overall the measure that is the overall rating
 * @param measures by name, in their order
 * @param groups names by code
 * @param segments names by code
 * @param contacts names by code, of those whom whoever asks may see
 * @param zone whose time the hours of a condition are, in words
 * @param seen values that responses carried, by field ({@code channel}, {@code tag}, {@code property} …)
 * @param lookback what was looked through for them
 */
public record Vocabulary(
        String overall,
        Map<String, Measure> measures,
        Map<String, String> groups,
        Map<String, String> segments,
        Map<String, String> contacts,
        String zone,
        Map<String, Set<String>> seen,
        Lookback lookback) {

    /**
     * The responses whose values are known.
     *
     * @param responses how many; 0 where none was looked at
     * @param days how far back they go
     * @param whole whether these are all of those days, or only the newest of them
     * @param own whether these are only those of the support groups of whoever asks
     */
    public record Lookback(long responses, int days, boolean whole, boolean own) {
        public static final Lookback NONE = new Lookback(0, 0, true, false);
    }

    /** The fields of a response that can be compared. */
    public static final List<Field> FIELDS = List.of(
            Field.CHANNEL,
            Field.SEGMENT,
            Field.SUPPORT_GROUP,
            Field.BRAND,
            Field.LANGUAGE,
            Field.AGENT,
            Field.CONTACT_CHOICE);

    private static final List<String> CHOICES =
            Arrays.stream(ContactChoice.values()).map(Enum::name).toList();

    /** More to choose from than this is no choice; the others can be written. */
    private static final int MOST_OFFERED = 100;

    private static final List<FormOperator> SCORE = List.of(LTE, GTE, EQ, NE, LT, GT, BETWEEN, IN, PRESENT, MISSING);
    private static final List<FormOperator> YES_NO = List.of(EQ, PRESENT, MISSING);
    private static final List<FormOperator> TEXT = List.of(IN, NOT_IN, EQ, NE, PREFIX, PRESENT, MISSING);
    private static final List<FormOperator> CHOICE = List.of(IN, NOT_IN, EQ, NE);
    private static final List<FormOperator> PROPERTY =
            List.of(EQ, NE, IN, NOT_IN, PREFIX, LTE, GTE, LT, GT, BETWEEN, PRESENT, MISSING);
    private static final List<FormOperator> COMMENT = List.of(CONTAINS, PRESENT, ABSENT);

    /** The comparisons that make sense for a condition, the most usual first. */
    public List<FormOperator> operators(ClauseForm clause) {
        return switch (clause.kind()) {
            case MEASURE -> yesNo(clause) ? YES_NO : SCORE;
            case FIELD -> closed(clause.subject()) ? CHOICE : TEXT;
            case PROPERTY -> PROPERTY;
            case COMMENT -> COMMENT;
            case ALL, ANY, NOT, TAG, FACTOR, SUBMITTED, OVERALL -> List.of();
        };
    }

    /** Whether the condition is about a measure that is answered with yes or no. */
    public boolean yesNo(ClauseForm clause) {
        Measure measure = clause.kind() == ClauseKind.MEASURE ? measures.get(clause.subject()) : null;
        return measure != null && measure.kind() == Measure.Kind.FCR;
    }

    /** The values that a field can have, names by value; empty where nothing is known. */
    public Map<String, String> values(String field) {
        if (closed(field)) {
            return named(CHOICES);
        }
        return declared(field)
                .orElseGet(() -> named(seen.getOrDefault(field, Set.of()).stream()
                        .limit(MOST_OFFERED)
                        .toList()));
    }

    /** Names by value of what only the directory declares; empty where it does not. */
    private Optional<Map<String, String>> declared(String field) {
        Field of = Field.named(field);
        return of == Field.SUPPORT_GROUP
                ? Optional.of(groups)
                : of == Field.SEGMENT ? Optional.of(segments) : Optional.empty();
    }

    /** The values to choose one of, where all that make sense are known; empty for any other field. */
    public Map<String, String> selectable(String field) {
        return closed(field) ? named(CHOICES) : declared(field).orElse(Map.of());
    }

    /** Whether the directory declares a value, or a response has carried it. What only few values can be is all known. */
    public boolean knows(String field, String value) {
        return closed(field)
                || declared(field).orElse(Map.of()).containsKey(value)
                || seen.getOrDefault(field, Set.of()).contains(value);
    }

    /** The known value that is most likely meant by one that is not; null where none is near. */
    @Nullable
    String nearest(String field, String value) {
        List<String> known = new ArrayList<>(declared(field).orElse(Map.of()).keySet());
        known.addAll(seen.getOrDefault(field, Set.of()));
        return NearestValue.of(value, known);
    }

    /** Those of these contacts whom the directory does not have; none for who does not see all that it has. */
    public List<String> missing(List<String> codes) {
        return lookback.own()
                ? List.of()
                : codes.stream().filter(code -> !contacts.containsKey(code)).toList();
    }

    /** Whether only the known values make sense. */
    public boolean closed(String field) {
        return Field.named(field) == Field.CONTACT_CHOICE;
    }

    /** A condition whose subject was just changed, with a comparison and a value that fit the new one. */
    public ClauseForm fitted(ClauseForm clause) {
        if (clause.kind().group()) {
            return clause.holding(clause.of().stream().map(this::fitted).toList());
        }
        List<FormOperator> operators = operators(clause);
        ClauseForm fit = operators.isEmpty() || operators.contains(clause.operator())
                ? clause
                : clause.comparing(operators.get(0), "");
        if (yesNo(fit) && fit.operator() == EQ && !Set.of("true", "false").contains(fit.value())) {
            return fit.comparing(EQ, "false");
        }
        return fit.kind() == ClauseKind.FIELD ? fittedField(fit) : fit;
    }

    private ClauseForm fittedField(ClauseForm clause) {
        boolean closed = closed(clause.subject());
        if (clause.operator().several()) {
            List<String> chosen = clause.chosen().stream()
                    .filter(c -> !closed || CHOICES.contains(c))
                    .toList();
            String value = closed ? "" : clause.value();
            return new ClauseForm(clause.kind(), clause.subject(), clause.operator(), value, "", chosen, List.of());
        }
        String first = clause.value().isBlank() && !clause.chosen().isEmpty()
                ? FieldText.text(clause.chosen().get(0))
                : clause.value();
        return clause.comparing(clause.operator(), closed && !CHOICES.contains(first) ? CHOICES.get(0) : first);
    }

    /** The measure's own scale; null where it is not declared or has none. */
    public @Nullable Measure measure(String name) {
        return measures.get(name);
    }

    private static Map<String, String> named(Iterable<String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach(v -> named.put(v, v));
        return named;
    }
}
