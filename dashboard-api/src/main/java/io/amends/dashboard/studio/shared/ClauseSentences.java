package io.amends.dashboard.studio.shared;

import io.amends.contracts.ContactChoice;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.core.ClauseForm;
import io.amends.dashboard.studio.core.FieldText;
import io.amends.dashboard.studio.core.FormOperator;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.language.ClauseKind;
import io.amends.language.Field;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says conditions as they stand in the builder, finished or not. Stored rules are said by recovery-rules. */
@ApplicationScoped
public class ClauseSentences {
    private final ClauseMessages messages;
    private final Formats formats;

    ClauseSentences(ClauseMessages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** A condition with all that is in it, by the names that the portal's vocabulary has. */
    public String of(ClauseForm clause, Vocabulary names) {
        return switch (clause.kind()) {
            case ALL -> joined(clause, names, messages.and(), ClauseKind.ANY);
            case ANY -> joined(clause, names, messages.or(), ClauseKind.ALL);
            case NOT -> messages.saidNot(of(clause.of().get(0), names));
            case MEASURE -> compared(measure(written(clause.subject())), clause, names);
            case PROPERTY -> compared(written(clause.subject()), clause, names);
            case FIELD -> compared(field(clause.subject()), clause, names);
            case TAG -> messages.saidTag(written(clause.value()));
            case FACTOR -> messages.saidFactor(written(clause.value()));
            case COMMENT -> comment(clause);
            case SUBMITTED -> submitted(clause, names.zone());
            case OVERALL -> messages.saidOverall();
        };
    }

    private String joined(ClauseForm group, Vocabulary names, String word, ClauseKind bracketed) {
        if (group.of().isEmpty()) {
            return messages.saidNothing();
        }
        return group.of().stream()
                .map(c -> c.kind() == bracketed && c.of().size() > 1 ? "(" + of(c, names) + ")" : of(c, names))
                .collect(Collectors.joining(" " + word + " "));
    }

    private String compared(String subject, ClauseForm clause, Vocabulary names) {
        return switch (clause.operator()) {
            case BETWEEN -> messages.saidBetween(subject, written(clause.value()), written(clause.to()));
            case PRESENT, MISSING -> messages.saidGiven(subject, operator(clause));
            case IN, NOT_IN -> {
                List<String> values = new ArrayList<>(clause.chosen());
                values.addAll(FieldText.readTexts(clause.value()));
                boolean one = values.size() == 1;
                String how = one
                        ? operator(
                                clause.kind(), clause.operator() == FormOperator.IN ? FormOperator.EQ : FormOperator.NE)
                        : operator(clause);
                yield messages.saidCompared(
                        subject,
                        how,
                        values.isEmpty()
                                ? "…"
                                : values.stream()
                                        .map(v -> value(clause, v, names))
                                        .collect(Collectors.joining(", ")));
            }
            case EQ, NE, LT, LTE, GT, GTE, PREFIX, CONTAINS, ABSENT, NONE ->
                messages.saidCompared(subject, operator(clause), value(clause, written(clause.value()), names));
        };
    }

    private String value(ClauseForm clause, String value, Vocabulary names) {
        if (clause.kind() == ClauseKind.FIELD) {
            return value.isEmpty() ? "…" : named(clause.subject(), value, names);
        }
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true") ? messages.yes() : messages.no();
        }
        return value.isEmpty() ? "…" : value;
    }

    /** What a value of a field is called: a group's or segment's name, a contact choice in words. */
    public String named(String field, String value, Vocabulary names) {
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
            case YES -> messages.choiceIsYes();
            case NO -> messages.choiceIsNo();
            case UNANSWERED -> messages.choiceIsBlank();
            case NOT_ASKED -> messages.choiceIsNotAsked();
        };
    }

    private String comment(ClauseForm clause) {
        return switch (clause.operator()) {
            case PRESENT -> messages.saidComment();
            case ABSENT -> messages.saidNoComment();
            case CONTAINS, EQ, NE, IN, NOT_IN, LT, LTE, GT, GTE, BETWEEN, PREFIX, MISSING, NONE ->
                messages.saidContains(written(clause.value()));
        };
    }

    private String submitted(ClauseForm clause, String zone) {
        String days = clause.chosen().stream().map(this::day).collect(Collectors.joining(", "));
        if (clause.value().isBlank() && clause.to().isBlank()) {
            return messages.saidDays(days.isEmpty() ? "…" : days);
        }
        return days.isEmpty()
                ? messages.saidHours(clause.value(), clause.to(), zone)
                : messages.saidDaysAndHours(days, clause.value(), clause.to(), zone);
    }

    private String operator(ClauseForm clause) {
        return operator(clause.kind(), clause.operator());
    }

    /** A comparison, as a condition of that kind says it. */
    public String operator(ClauseKind kind, FormOperator operator) {
        return switch (operator) {
            case EQ -> messages.opEq();
            case NE -> messages.opNe();
            case LT -> messages.opLt();
            case LTE -> messages.opLte();
            case GT -> messages.opGt();
            case GTE -> messages.opGte();
            case BETWEEN -> messages.opBetween();
            case IN -> messages.opIn();
            case NOT_IN -> messages.opNotIn();
            case PREFIX -> messages.opPrefix();
            case PRESENT -> kind == ClauseKind.COMMENT ? messages.opCommentPresent() : messages.opPresent();
            case ABSENT -> messages.opCommentAbsent();
            case CONTAINS -> messages.opContains();
            case MISSING -> messages.opMissing();
            case NONE -> operator.word();
        };
    }

    /** A kind of condition. */
    public String kind(ClauseKind kind) {
        return switch (kind) {
            case ALL -> messages.kindAll();
            case ANY -> messages.kindAny();
            case NOT -> messages.kindNot();
            case MEASURE -> messages.kindMeasure();
            case FIELD -> messages.kindField();
            case PROPERTY -> messages.kindProperty();
            case TAG -> messages.kindTag();
            case FACTOR -> messages.kindFactor();
            case COMMENT -> messages.kindComment();
            case SUBMITTED -> messages.kindSubmitted();
            case OVERALL -> messages.kindOverall();
        };
    }

    /** What people call a measure: those of the usual kinds by their common names. */
    public String measure(String measure) {
        return switch (measure) {
            case "csat" -> messages.measureCsat();
            case "nps" -> messages.measureNps();
            case "ces" -> messages.measureCes();
            case "fcr" -> messages.measureFcr();
            default -> measure;
        };
    }

    /** What people call a field; what is none goes by its own name. */
    public String field(String name) {
        Field field = Field.named(name);
        return field == null ? name : field(field);
    }

    /** What people call a field. */
    public String field(Field field) {
        return switch (field) {
            case CHANNEL -> messages.fieldChannel();
            case BRAND -> messages.fieldBrand();
            case SEGMENT -> messages.fieldSegment();
            case SUPPORT_GROUP -> messages.fieldSupportGroup();
            case AGENT -> messages.fieldAgent();
            case LANGUAGE -> messages.fieldLanguage();
            case CONTACT_CHOICE -> messages.fieldContactChoice();
        };
    }

    /** A day of the week, short; what is none is left as it is. */
    public String day(String day) {
        try {
            return formats.shortName(DayOfWeek.valueOf(day));
        } catch (IllegalArgumentException e) {
            return day;
        }
    }

    private static String written(String value) {
        String read = FieldText.readText(value);
        return read.isBlank() ? "…" : read;
    }
}
