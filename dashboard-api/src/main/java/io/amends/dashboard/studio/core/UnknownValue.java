package io.amends.dashboard.studio.core;

import io.amends.language.ClauseKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that a condition asks for, and that no response has carried lately: most often it is misspelt, and the rule will
 * never match. It may also be new, so it is a warning and never an error (F5).
 *
 * @param path the condition's
 * @param field what was looked through: {@code tag}, {@code factor}, {@code property} or a field's name
 * @param nearest the known value that was most likely meant; null where none is near
 */
public record UnknownValue(String path, String field, String value, @Nullable String nearest) {
    private static final Set<FormOperator> EQUALITY =
            EnumSet.of(FormOperator.EQ, FormOperator.NE, FormOperator.IN, FormOperator.NOT_IN);

    /** All such values of a rule's conditions, in their order; none while no response is known that could carry any. */
    public static List<UnknownValue> in(ClauseForm when, Vocabulary vocabulary) {
        List<UnknownValue> found = new ArrayList<>();
        if (vocabulary.lookback().responses() > 0) {
            collect(when, "when", vocabulary, found);
        }
        return found;
    }

    private static void collect(ClauseForm clause, String path, Vocabulary vocabulary, List<UnknownValue> found) {
        for (int i = 0; i < clause.of().size(); i++) {
            collect(clause.of().get(i), path + "." + i, vocabulary, found);
        }
        String field = field(clause);
        values(clause)
                .filter(value -> !value.isBlank() && !vocabulary.knows(field, value))
                .distinct()
                .map(value -> new UnknownValue(path, field, value, vocabulary.nearest(field, value)))
                .forEach(found::add);
    }

    /** The condition with the nearest known value in place of each that is not known, where there is one. */
    public static ClauseForm mended(ClauseForm clause, Vocabulary vocabulary) {
        String field = field(clause);
        UnaryOperator<String> known = value -> {
            String nearest = vocabulary.knows(field, value) ? null : vocabulary.nearest(field, value);
            return nearest == null ? value : nearest;
        };
        UnaryOperator<String> one = written -> FieldText.text(known.apply(FieldText.readText(written)));
        if (clause.kind() == ClauseKind.PROPERTY) {
            return new ClauseForm(
                    clause.kind(),
                    one.apply(clause.subject()),
                    clause.operator(),
                    clause.value(),
                    clause.to(),
                    clause.chosen(),
                    clause.of());
        }
        String value = clause.operator().several()
                ? FieldText.texts(
                        FieldText.readTexts(clause.value()).stream().map(known).toList())
                : one.apply(clause.value());
        List<String> chosen = clause.chosen().stream().map(known).distinct().toList();
        return new ClauseForm(
                clause.kind(), clause.subject(), clause.operator(), value, clause.to(), chosen, clause.of());
    }

    private static String field(ClauseForm clause) {
        return clause.kind() == ClauseKind.FIELD
                ? clause.subject()
                : clause.kind().json();
    }

    /** What the condition matches for equality against what responses carry. */
    private static Stream<String> values(ClauseForm clause) {
        return switch (clause.kind()) {
            case TAG, FACTOR -> Stream.of(FieldText.readText(clause.value()));
            case PROPERTY -> Stream.of(FieldText.readText(clause.subject()));
            case FIELD -> EQUALITY.contains(clause.operator()) ? compared(clause) : Stream.of();
            case ALL, ANY, NOT, MEASURE, COMMENT, SUBMITTED, OVERALL -> Stream.of();
        };
    }

    private static Stream<String> compared(ClauseForm clause) {
        return clause.operator().several()
                ? Stream.concat(clause.chosen().stream(), FieldText.readTexts(clause.value()).stream())
                : Stream.of(FieldText.readText(clause.value()));
    }
}
