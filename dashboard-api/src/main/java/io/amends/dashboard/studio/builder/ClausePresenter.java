package io.amends.dashboard.studio.builder;

import io.amends.contracts.directory.Measure;
import io.amends.dashboard.studio.builder.ClauseView.Input;
import io.amends.dashboard.studio.core.ClauseForm;
import io.amends.dashboard.studio.core.FieldText;
import io.amends.dashboard.studio.core.FormOperator;
import io.amends.dashboard.studio.core.RuleErrors;
import io.amends.dashboard.studio.core.UnknownValue;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.dashboard.studio.shared.ClauseSentences;
import io.amends.dashboard.studio.shared.Option;
import io.amends.dashboard.studio.shared.UnknownValueSentences;
import io.amends.language.ClauseKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays out the conditions of one rule; made for one page. */
final class ClausePresenter {
    /** The kinds whose values are looked for among those of responses. */
    private static final Set<ClauseKind> CHECKED =
            Set.of(ClauseKind.TAG, ClauseKind.FACTOR, ClauseKind.FIELD, ClauseKind.PROPERTY);

    private final Sentences sentences;
    private final Vocabulary vocabulary;
    private final List<RuleErrors.FieldError> errors;
    private final List<UnknownValue> unknown;
    private final @Nullable String landsAt;

    /**
     * @param unknown values that no response has carried lately
     * @param landsAt the path of the condition to begin at; null for none
     */
    ClausePresenter(
            Sentences sentences,
            Vocabulary vocabulary,
            List<RuleErrors.FieldError> errors,
            List<UnknownValue> unknown,
            @Nullable String landsAt) {
        this.sentences = sentences;
        this.vocabulary = vocabulary;
        this.errors = errors;
        this.unknown = unknown;
        this.landsAt = landsAt;
    }

    /** What says conditions. */
    record Sentences(BuilderMessages messages, ClauseSentences clauses, UnknownValueSentences warnings) {}

    /** The outermost condition of a rule, with all that are in it. */
    ClauseView of(ClauseForm clause) {
        return of(clause, "when", "", 0, 1, null);
    }

    private ClauseView of(
            ClauseForm clause, String path, String number, int place, int places, @Nullable ClauseKind holder) {
        return new ClauseView(
                path,
                number.isEmpty()
                        ? sentences.messages().allConditions()
                        : sentences.messages().condition(number),
                new ClauseView.KindField(
                        clause.kind().json(), kinds(clause), clause.kind().group()),
                new ClauseView.ComparisonFields(
                        subjects(clause),
                        clause.subject(),
                        clause.kind() == ClauseKind.PROPERTY ? list(ClauseKind.PROPERTY.json()) : null,
                        wrong(path + ".subject"),
                        operators(clause)),
                value(clause, wrong(path + ".value")),
                new ClauseView.Members(
                        inside(clause, path, number),
                        clause.kind() == ClauseKind.ALL || clause.kind() == ClauseKind.ANY),
                new ClauseView.Position(
                        holder != null,
                        place == 0 || holder == ClauseKind.NOT,
                        place == places - 1 || holder == ClauseKind.NOT,
                        path.equals(landsAt)),
                findings(path));
    }

    private List<ClauseView> inside(ClauseForm clause, String path, String number) {
        List<ClauseView> inside = new ArrayList<>();
        for (int i = 0; i < clause.of().size(); i++) {
            String inner = number.isEmpty() ? "" + (i + 1) : number + "." + (i + 1);
            inside.add(
                    of(clause.of().get(i), path + "." + i, inner, i, clause.of().size(), clause.kind()));
        }
        return inside;
    }

    private ClauseView.ValueField value(ClauseForm clause, boolean wrong) {
        Input input = input(clause);
        return new ClauseView.ValueField(
                input,
                clause.value(),
                clause.to(),
                new ClauseView.Offer(
                        values(clause, input),
                        !vocabulary.closed(clause.subject()),
                        valueList(clause),
                        CHECKED.contains(clause.kind())),
                hint(clause),
                wrong);
    }

    private ClauseView.Findings findings(String path) {
        List<UnknownValue> here =
                unknown.stream().filter(u -> u.path().equals(path)).toList();
        return new ClauseView.Findings(
                errors.stream()
                        .filter(e -> e.field().startsWith(path)
                                && e.field().substring(path.length()).matches("|\\.(subject|value)"))
                        .map(RuleErrors.FieldError::reason)
                        .toList(),
                here.stream().map(u -> sentences.warnings().of(u, vocabulary)).toList(),
                sentences.warnings().use(here, vocabulary));
    }

    private boolean wrong(String field) {
        return errors.stream().anyMatch(e -> e.field().equals(field));
    }

    private List<Option> kinds(ClauseForm clause) {
        return Arrays.stream(ClauseKind.values())
                .map(k -> new Option(k.json(), sentences.clauses().kind(k), k == clause.kind()))
                .toList();
    }

    private List<Option> subjects(ClauseForm clause) {
        Map<String, String> offered = new LinkedHashMap<>();
        if (clause.kind() == ClauseKind.MEASURE) {
            vocabulary.measures().forEach((name, m) -> offered.put(name, measure(name, m)));
            String chosen = FieldText.readText(clause.subject());
            if (!offered.containsKey(chosen) && !chosen.isEmpty()) {
                offered.put(
                        chosen,
                        sentences.messages().measureGone(sentences.clauses().measure(chosen)));
            }
        } else if (clause.kind() == ClauseKind.FIELD) {
            Vocabulary.FIELDS.forEach(
                    f -> offered.put(f.json(), sentences.clauses().field(f)));
        }
        return options(offered, Set.of(FieldText.readText(clause.subject())));
    }

    private String measure(String code, Measure measure) {
        String name = sentences.clauses().measure(code);
        return measure.kind() == Measure.Kind.FCR || measure.min() == null || measure.max() == null
                ? sentences.messages().measureYesNo(name)
                : sentences.messages().measureScale(name, plain(measure.min()), plain(measure.max()));
    }

    private List<Option> operators(ClauseForm clause) {
        List<FormOperator> offered = new ArrayList<>(vocabulary.operators(clause));
        if (!offered.isEmpty() && !offered.contains(clause.operator())) {
            offered.add(clause.operator());
        }
        return offered.stream()
                .map(o -> new Option(o.word(), sentences.clauses().operator(clause.kind(), o), o == clause.operator()))
                .toList();
    }

    private Input input(ClauseForm clause) {
        return switch (clause.kind()) {
            case MEASURE, FIELD, PROPERTY -> compared(clause);
            case TAG, FACTOR -> Input.TEXT;
            case COMMENT -> clause.operator() == FormOperator.CONTAINS ? Input.TEXT : Input.NONE;
            case SUBMITTED -> Input.MOMENT;
            case ALL, ANY, NOT, OVERALL -> Input.NONE;
        };
    }

    private Input compared(ClauseForm clause) {
        boolean field = clause.kind() == ClauseKind.FIELD;
        return switch (clause.operator()) {
            case PRESENT, MISSING -> Input.NONE;
            case BETWEEN -> Input.RANGE;
            case IN, NOT_IN -> field ? Input.TICKS : Input.SEVERAL;
            case PREFIX -> Input.TEXT;
            case EQ, NE, LT, LTE, GT, GTE, CONTAINS, ABSENT, NONE -> {
                if (vocabulary.yesNo(clause) && Set.of("true", "false").contains(clause.value())) {
                    yield Input.YES_NO;
                }
                if (field && !vocabulary.selectable(clause.subject()).isEmpty()) {
                    yield Input.SELECT;
                }
                yield clause.kind() == ClauseKind.MEASURE ? Input.NUMBER : Input.TEXT;
            }
        };
    }

    private List<Option> values(ClauseForm clause, Input input) {
        if (input == Input.MOMENT) {
            Map<String, String> days = new LinkedHashMap<>();
            Arrays.stream(DayOfWeek.values())
                    .forEach(d -> days.put(d.name(), sentences.clauses().day(d.name())));
            return options(days, Set.copyOf(clause.chosen()));
        }
        if (input != Input.SELECT && input != Input.TICKS) {
            return List.of();
        }
        Map<String, String> known = vocabulary.values(clause.subject());
        List<String> chosen = input == Input.TICKS ? clause.chosen() : List.of(FieldText.readText(clause.value()));
        Map<String, String> offered = new LinkedHashMap<>();
        // What is chosen comes first and in its order, so that posting the form changes nothing.
        chosen.forEach(c -> offered.put(c, c));
        known.keySet().forEach(k -> offered.put(k, k));
        offered.replaceAll((value, label) -> sentences.clauses().named(clause.subject(), value, vocabulary));
        return options(offered, Set.copyOf(chosen));
    }

    private @Nullable String valueList(ClauseForm clause) {
        return switch (clause.kind()) {
            case TAG -> list(ClauseKind.TAG.json());
            case FACTOR -> list(ClauseKind.FACTOR.json());
            case FIELD -> list(clause.subject());
            case ALL, ANY, NOT, MEASURE, PROPERTY, COMMENT, SUBMITTED, OVERALL -> null;
        };
    }

    private @Nullable String list(String field) {
        return vocabulary.seen().containsKey(field) ? "seen-" + field : null;
    }

    private String hint(ClauseForm clause) {
        Measure measure = vocabulary.measure(clause.subject());
        return clause.kind() == ClauseKind.MEASURE && measure != null && measure.min() != null && measure.max() != null
                ? plain(measure.min()) + "–" + plain(measure.max())
                : "";
    }

    private static List<Option> options(Map<String, String> offered, Set<String> chosen) {
        return offered.entrySet().stream()
                .map(o -> new Option(o.getKey(), o.getValue(), chosen.contains(o.getKey())))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
