package io.amends.dashboard.studio;

import io.amends.contracts.ContactChoice;
import io.amends.dashboard.page.Words;
import io.amends.dashboard.studio.builder.ClauseForm;
import io.amends.dashboard.studio.builder.ClauseKind;
import io.amends.dashboard.studio.builder.Vocabulary;
import io.amends.dashboard.studio.builder.Written;
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
    private final Words common;

    ClauseWords(StudioWords words, Words common) {
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
            case "between" -> words.saidBetween(subject, written(clause.value()), written(clause.to()));
            case "present", "missing" -> subject + " " + operator(clause);
            case "in", "notIn" -> {
                List<String> values = new ArrayList<>(clause.chosen());
                values.addAll(Written.readTexts(clause.value()));
                boolean one = values.size() == 1;
                String how =
                        one ? operator(clause.kind(), clause.operator().equals("in") ? "eq" : "ne") : operator(clause);
                yield subject + " " + how + " "
                        + (values.isEmpty()
                                ? "…"
                                : values.stream()
                                        .map(v -> value(clause, v, names))
                                        .collect(Collectors.joining(", ")));
            }
            default -> subject + " " + operator(clause) + " " + value(clause, written(clause.value()), names);
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
        return field.equals("contactChoice")
                ? choice(value)
                : names.values(field).getOrDefault(value, value);
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
            case "present" -> words.saidComment();
            case "absent" -> words.saidNoComment();
            default -> words.saidContains(written(clause.value()));
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

    String operator(ClauseKind kind, String operator) {
        return switch (operator) {
            case "eq" -> words.opEq();
            case "ne" -> words.opNe();
            case "lt" -> words.opLt();
            case "lte" -> words.opLte();
            case "gt" -> words.opGt();
            case "gte" -> words.opGte();
            case "between" -> words.opBetween();
            case "in" -> words.opIn();
            case "notIn" -> words.opNotIn();
            case "prefix" -> words.opPrefix();
            case "present" -> kind == ClauseKind.COMMENT ? words.opCommentPresent() : words.opPresent();
            case "absent" -> words.opCommentAbsent();
            case "contains" -> words.opContains();
            case "missing" -> words.opMissing();
            default -> operator;
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

    String field(String field) {
        return switch (field) {
            case "channel" -> words.fieldChannel();
            case "brand" -> words.fieldBrand();
            case "segment" -> words.fieldSegment();
            case "supportGroup" -> words.fieldSupportGroup();
            case "agent" -> words.fieldAgent();
            case "language" -> words.fieldLanguage();
            case "contactChoice" -> words.fieldContactChoice();
            default -> field;
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
