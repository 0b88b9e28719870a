package io.amends.dashboard.studio.builder;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.directory.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What conditions of a portal can be about: what its directory declares, and what its newest responses carried.
 *
 * @param overall the measure that is the overall rating
 * @param measures by name, in their order
 * @param groups names by code
 * @param segments names by code
 * @param zone whose time the hours of a condition are, in words
 * @param seen values that responses carried, by field ({@code channel}, {@code tag}, {@code property} …)
 * @param looked what was looked through for them
 */
public record Vocabulary(
        String overall,
        Map<String, Measure> measures,
        Map<String, String> groups,
        Map<String, String> segments,
        String zone,
        Map<String, Set<String>> seen,
        Looked looked) {

    /**
     * The responses whose values are known.
     *
     * @param responses how many; 0 where none was looked at
     * @param days how far back they go
     * @param whole whether these are all of those days, or only the newest of them
     */
    public record Looked(long responses, int days, boolean whole) {
        public static final Looked NOWHERE = new Looked(0, 0, true);
    }

    /** The fields of a response that can be compared. */
    public static final List<String> FIELDS =
            List.of("channel", "segment", "supportGroup", "brand", "language", "agent", "contactChoice");

    public static final List<String> CHOICES =
            Arrays.stream(ContactChoice.values()).map(Enum::name).toList();

    /** More to choose from than this is no choice; the others can be written. */
    private static final int MOST_OFFERED = 100;

    private static final List<String> SCORE =
            List.of("lte", "gte", "eq", "ne", "lt", "gt", "between", "in", "present", "missing");
    private static final List<String> YES_NO = List.of("eq", "present", "missing");
    private static final List<String> TEXT = List.of("in", "notIn", "eq", "ne", "prefix", "present", "missing");
    private static final List<String> CHOICE = List.of("in", "notIn", "eq", "ne");
    private static final List<String> PROPERTY =
            List.of("eq", "ne", "in", "notIn", "prefix", "lte", "gte", "lt", "gt", "between", "present", "missing");
    private static final List<String> COMMENT = List.of("contains", "present", "absent");

    /** The comparisons that make sense for a condition, the most usual first. */
    public List<String> operators(ClauseForm clause) {
        return switch (clause.kind()) {
            case MEASURE -> yesNo(clause) ? YES_NO : SCORE;
            case FIELD -> clause.subject().equals("contactChoice") ? CHOICE : TEXT;
            case PROPERTY -> PROPERTY;
            case COMMENT -> COMMENT;
            default -> List.of();
        };
    }

    /** Whether the condition is about a measure that is answered with yes or no. */
    public boolean yesNo(ClauseForm clause) {
        Measure measure = clause.kind() == ClauseKind.MEASURE ? measures.get(clause.subject()) : null;
        return measure != null && measure.kind() == Measure.Kind.FCR;
    }

    /** The values that a field can have, names by value; empty where nothing is known. */
    public Map<String, String> values(String field) {
        return switch (field) {
            case "supportGroup" -> groups;
            case "segment" -> segments;
            case "contactChoice" -> named(CHOICES);
            default ->
                named(seen.getOrDefault(field, Set.of()).stream()
                        .limit(MOST_OFFERED)
                        .toList());
        };
    }

    /** Whether the directory declares a value, or a response has carried it. What only few values can be is all known. */
    public boolean knows(String field, String value) {
        return closed(field)
                || groupsOrSegments(field).containsKey(value)
                || seen.getOrDefault(field, Set.of()).contains(value);
    }

    /** The known value that is most likely meant by one that is not; null where none is near. */
    @Nullable
    String nearest(String field, String value) {
        List<String> known = new ArrayList<>(groupsOrSegments(field).keySet());
        known.addAll(seen.getOrDefault(field, Set.of()));
        return Nearest.of(value, known);
    }

    private Map<String, String> groupsOrSegments(String field) {
        return switch (field) {
            case "supportGroup" -> groups;
            case "segment" -> segments;
            default -> Map.of();
        };
    }

    /** Whether only the known values make sense. */
    public boolean closed(String field) {
        return field.equals("contactChoice");
    }

    /** A condition whose subject was just changed, with a comparison and a value that fit the new one. */
    public ClauseForm fitted(ClauseForm clause) {
        if (clause.kind().group()) {
            return clause.holding(clause.of().stream().map(this::fitted).toList());
        }
        List<String> operators = operators(clause);
        ClauseForm fit = operators.isEmpty() || operators.contains(clause.operator())
                ? clause
                : clause.comparing(operators.get(0), "");
        if (yesNo(fit)
                && fit.operator().equals("eq")
                && !Set.of("true", "false").contains(fit.value())) {
            return fit.comparing("eq", "false");
        }
        return fit.kind() == ClauseKind.FIELD ? fittedField(fit) : fit;
    }

    private ClauseForm fittedField(ClauseForm clause) {
        boolean several = clause.operator().equals("in") || clause.operator().equals("notIn");
        boolean closed = closed(clause.subject());
        if (several) {
            List<String> chosen = clause.chosen().stream()
                    .filter(c -> !closed || CHOICES.contains(c))
                    .toList();
            String value = closed ? "" : clause.value();
            return new ClauseForm(clause.kind(), clause.subject(), clause.operator(), value, "", chosen, List.of());
        }
        String first = clause.value().isBlank() && !clause.chosen().isEmpty()
                ? Written.text(clause.chosen().get(0))
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
