package io.amends.dashboard.studio;

import io.amends.contracts.ContactChoice;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.studio.builder.ClauseForm;
import io.amends.dashboard.studio.builder.FormOperator;
import io.amends.dashboard.studio.builder.Vocabulary;
import io.amends.dashboard.studio.builder.Written;
import io.amends.language.ClauseKind;
import io.amends.language.Field;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says conditions as they stand in the builder, finished or not. Stored rules are said by recovery-rules. */
@ApplicationScoped
class ClauseWords {
    private final StudioWords words;
    private final LayoutMessages common;

    ClauseWords(StudioWords words, LayoutMessages common) {
        this.words = words;
        this.common = common;
    }

    /** A condition with all that is in it, by the names that the portal's vocabulary has. */
    String of(ClauseForm clause, Vocabulary names) {
        return switch (clause.kind()) {
            case ALL -> joined(clause, names, words.and(), ClauseKind.ANY);
            case ANY -> joined(clause, names, words.or(), ClauseKind.ALL);
            case NOT -> words.saidNot(of(clause.of().get(0), names));
            case MEASURE -> compared(measure(written(clause.subject())), clause, names);
            case PROPERTY -> compared(written(clause.subject()), clause, names);
            case FIELD -> compared(field(clause.subject()), clause, names);
            case TAG -> words.saidTag(written(clause.value()));
            case FACTOR -> words.saidFactor(written(clause.value()));
            case COMMENT -> comment(clause);
            case SUBMITTED -> submitted(clause, names.zone());
            case OVERALL -> words.saidOverall();
        };
    }

    private String joined(ClauseForm group, Vocabulary names, String word, ClauseKind bracketed) {
        if (group.of().isEmpty()) {
            return words.saidNothing();
        }
        return group.of().stream()
                .map(c -> c.kind() == bracketed && c.of().size() > 1 ? "(" + of(c, names) + ")" : of(c, names))
                .collect(Collectors.joining(" " + word + " "));
    }

    private String compared(String subject, ClauseForm clause, Vocabulary names) {
        return switch (clause.operator()) {
            case BETWEEN -> words.saidBetween(subject, written(clause.value()), written(clause.to()));
            case PRESENT, MISSING -> subject + " " + operator(clause);
            case IN, NOT_IN -> {
                List<String> values = new ArrayList<>(clause.chosen());
                values.addAll(Written.readTexts(clause.value()));
                boolean one = values.size() == 1;
                String how = one
                        ? operator(
                                clause.kind(), clause.operator() == FormOperator.IN ? FormOperator.EQ : FormOperator.NE)
                        : operator(clause);
                yield subject + " " + how + " "
                        + (values.isEmpty()
                                ? "…"
                                : values.stream()
                                        .map(v -> value(clause, v, names))
                                        .collect(Collectors.joining(", ")));
            }
            case EQ, NE, LT, LTE, GT, GTE, PREFIX, CONTAINS, ABSENT, NONE ->
                subject + " " + operator(clause) + " " + value(clause, written(clause.value()), names);
        };
    }

    private String value(ClauseForm clause, String value, Vocabulary names) {
        if (clause.kind() == ClauseKind.FIELD) {
            return value.isEmpty() ? "…" : named(clause.subject(), value, names);
        }
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true")
                    ? common.yes().toLowerCase(Locale.ROOT)
                    : common.no().toLowerCase(Locale.ROOT);
        }
        return value.isEmpty() ? "…" : value;
    }

    /** What a value of a field is called: a group's or segment's name, a contact choice in words. */
    String named(String field, String value, Vocabulary names) {
        return names.closed(field) ? choice(value) : names.values(field).getOrDefault(value, value);
    }

    private String choice(String value) {
        return Arrays.stream(ContactChoice.values())
                .filter(choice -> choice.name().equals(value))
                .findFirst()
                .map(this::choice)
                .orElse(value);
    }

    private String choice(ContactChoice choice) {
        return switch (choice) {
            case YES -> words.choiceIsYes();
            case NO -> words.choiceIsNo();
            case UNANSWERED -> words.choiceIsBlank();
            case NOT_ASKED -> words.choiceIsNotAsked();
        };
    }

    private String comment(ClauseForm clause) {
        return switch (clause.operator()) {
            case PRESENT -> words.saidComment();
            case ABSENT -> words.saidNoComment();
            case CONTAINS, EQ, NE, IN, NOT_IN, LT, LTE, GT, GTE, BETWEEN, PREFIX, MISSING, NONE ->
                words.saidContains(written(clause.value()));
        };
    }

    private String submitted(ClauseForm clause, String zone) {
        String days = clause.chosen().stream().map(ClauseWords::day).collect(Collectors.joining(", "));
        if (clause.value().isBlank() && clause.to().isBlank()) {
            return words.saidDays(days.isEmpty() ? "…" : days);
        }
        return days.isEmpty()
                ? words.saidHours(clause.value(), clause.to(), zone)
                : words.saidDaysAndHours(days, clause.value(), clause.to(), zone);
    }

    /** The comparison of a condition. */
    String operator(ClauseForm clause) {
        return operator(clause.kind(), clause.operator());
    }

    String operator(ClauseKind kind, FormOperator operator) {
        return switch (operator) {
            case EQ -> words.opEq();
            case NE -> words.opNe();
            case LT -> words.opLt();
            case LTE -> words.opLte();
            case GT -> words.opGt();
            case GTE -> words.opGte();
            case BETWEEN -> words.opBetween();
            case IN -> words.opIn();
            case NOT_IN -> words.opNotIn();
            case PREFIX -> words.opPrefix();
            case PRESENT -> kind == ClauseKind.COMMENT ? words.opCommentPresent() : words.opPresent();
            case ABSENT -> words.opCommentAbsent();
            case CONTAINS -> words.opContains();
            case MISSING -> words.opMissing();
            case NONE -> operator.word();
        };
    }

    String kind(ClauseKind kind) {
        return switch (kind) {
            case ALL -> words.kindAll();
            case ANY -> words.kindAny();
            case NOT -> words.kindNot();
            case MEASURE -> words.kindMeasure();
            case FIELD -> words.kindField();
            case PROPERTY -> words.kindProperty();
            case TAG -> words.kindTag();
            case FACTOR -> words.kindFactor();
            case COMMENT -> words.kindComment();
            case SUBMITTED -> words.kindSubmitted();
            case OVERALL -> words.kindOverall();
        };
    }

    /** What people call a measure: those of the usual kinds by their common names. */
    String measure(String measure) {
        return switch (measure) {
            case "csat" -> words.measureCsat();
            case "nps" -> words.measureNps();
            case "ces" -> words.measureCes();
            case "fcr" -> words.measureFcr();
            default -> measure;
        };
    }

    /** What people call a field; what is none goes by its own name. */
    String field(String name) {
        Field field = Field.named(name);
        return field == null ? name : field(field);
    }

    String field(Field field) {
        return switch (field) {
            case CHANNEL -> words.fieldChannel();
            case BRAND -> words.fieldBrand();
            case SEGMENT -> words.fieldSegment();
            case SUPPORT_GROUP -> words.fieldSupportGroup();
            case AGENT -> words.fieldAgent();
            case LANGUAGE -> words.fieldLanguage();
            case CONTACT_CHOICE -> words.fieldContactChoice();
        };
    }

    static String day(String day) {
        try {
            return DayOfWeek.valueOf(day).getDisplayName(TextStyle.SHORT, Locale.UK);
        } catch (IllegalArgumentException e) {
            return day;
        }
    }

    private static String written(String value) {
        String read = Written.readText(value);
        return read.isBlank() ? "…" : read;
    }
}
