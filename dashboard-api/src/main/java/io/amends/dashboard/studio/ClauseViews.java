package io.amends.dashboard.studio;

import io.amends.contracts.directory.Measure;
import io.amends.dashboard.studio.BuilderView.ClauseView;
import io.amends.dashboard.studio.BuilderView.Input;
import io.amends.dashboard.studio.BuilderView.Option;
import io.amends.dashboard.studio.builder.ClauseForm;
import io.amends.dashboard.studio.builder.FormOperator;
import io.amends.dashboard.studio.builder.RuleErrors;
import io.amends.dashboard.studio.builder.Unseen;
import io.amends.dashboard.studio.builder.Vocabulary;
import io.amends.dashboard.studio.builder.Written;
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
final class ClauseViews {
    /** Whose values are looked for among those of responses. */
    private static final Set<ClauseKind> SAID_TO_OCCUR =
            Set.of(ClauseKind.TAG, ClauseKind.FACTOR, ClauseKind.FIELD, ClauseKind.PROPERTY);

    private final Vocabulary vocabulary;
    private final ClauseWords said;
    private final StudioWords words;
    private final UnseenWords unseen;
    private final List<RuleErrors.Placed> errors;
    private final List<Unseen> doubts;
    private final @Nullable String fresh;

    /**
     * @param doubts values that no response has carried lately
     * @param fresh the path of the condition to begin at
     */
    ClauseViews(
            Vocabulary vocabulary,
            ClauseWords said,
            StudioWords words,
            UnseenWords unseen,
            List<RuleErrors.Placed> errors,
            List<Unseen> doubts,
            @Nullable String fresh) {
        this.vocabulary = vocabulary;
        this.said = said;
        this.words = words;
        this.unseen = unseen;
        this.errors = errors;
        this.doubts = doubts;
        this.fresh = fresh;
    }

    ClauseView of(ClauseForm clause) {
        return of(clause, "when", "", 0, 1, null);
    }

    private ClauseView of(
            ClauseForm clause, String path, String number, int place, int places, @Nullable ClauseKind holder) {
        List<ClauseView> inside = new ArrayList<>();
        for (int i = 0; i < clause.of().size(); i++) {
            String inner = number.isEmpty() ? "" + (i + 1) : number + "." + (i + 1);
            inside.add(
                    of(clause.of().get(i), path + "." + i, inner, i, clause.of().size(), clause.kind()));
        }
        Input input = input(clause);
        List<Unseen> here = doubts.stream().filter(d -> d.path().equals(path)).toList();
        return new ClauseView(
                path,
                number.isEmpty() ? words.allConditions() : words.condition(number),
                clause.kind().json(),
                kinds(clause),
                clause.kind().group(),
                clause.kind().compares(),
                subjects(clause),
                clause.subject(),
                clause.kind() == ClauseKind.PROPERTY ? list(ClauseKind.PROPERTY.json()) : null,
                operators(clause),
                input,
                clause.value(),
                clause.to(),
                values(clause, input),
                !vocabulary.closed(clause.subject()),
                valueList(clause),
                hint(clause),
                inside,
                clause.kind() == ClauseKind.ALL || clause.kind() == ClauseKind.ANY,
                holder != null,
                place == 0 || holder == ClauseKind.NOT,
                place == places - 1 || holder == ClauseKind.NOT,
                errors.stream()
                        .filter(e -> e.field().startsWith(path)
                                && e.field().substring(path.length()).matches("|\\.(subject|value)"))
                        .map(RuleErrors.Placed::reason)
                        .toList(),
                wrong(path + ".subject"),
                wrong(path + ".value"),
                here.stream().map(d -> unseen.of(d, vocabulary)).toList(),
                unseen.use(here, vocabulary),
                SAID_TO_OCCUR.contains(clause.kind()),
                path.equals(fresh));
    }

    private boolean wrong(String field) {
        return errors.stream().anyMatch(e -> e.field().equals(field));
    }

    private List<Option> kinds(ClauseForm clause) {
        return Arrays.stream(ClauseKind.values())
                .map(k -> new Option(k.json(), said.kind(k), k == clause.kind()))
                .toList();
    }

    private List<Option> subjects(ClauseForm clause) {
        Map<String, String> offered = new LinkedHashMap<>();
        if (clause.kind() == ClauseKind.MEASURE) {
            vocabulary.measures().forEach((name, m) -> offered.put(name, measure(name, m)));
            String chosen = Written.readText(clause.subject());
            if (!offered.containsKey(chosen) && !chosen.isEmpty()) {
                offered.put(chosen, words.measureGone(said.measure(chosen)));
            }
        } else if (clause.kind() == ClauseKind.FIELD) {
            Vocabulary.FIELDS.forEach(f -> offered.put(f.json(), said.field(f)));
        }
        return options(offered, Set.of(Written.readText(clause.subject())));
    }

    private String measure(String code, Measure measure) {
        String name = said.measure(code);
        return measure.kind() == Measure.Kind.FCR || measure.min() == null || measure.max() == null
                ? words.measureYesNo(name)
                : words.measureScale(name, plain(measure.min()), plain(measure.max()));
    }

    private List<Option> operators(ClauseForm clause) {
        List<FormOperator> offered = new ArrayList<>(vocabulary.operators(clause));
        if (!offered.isEmpty() && !offered.contains(clause.operator())) {
            offered.add(clause.operator());
        }
        return offered.stream()
                .map(o -> new Option(o.word(), said.operator(clause.kind(), o), o == clause.operator()))
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
            Arrays.stream(DayOfWeek.values()).forEach(d -> days.put(d.name(), ClauseWords.day(d.name())));
            return options(days, Set.copyOf(clause.chosen()));
        }
        if (input != Input.SELECT && input != Input.TICKS) {
            return List.of();
        }
        Map<String, String> known = vocabulary.values(clause.subject());
        List<String> chosen = input == Input.TICKS ? clause.chosen() : List.of(Written.readText(clause.value()));
        Map<String, String> offered = new LinkedHashMap<>();
        // What is chosen comes first and in its order, so that posting the form changes nothing.
        chosen.forEach(c -> offered.put(c, c));
        known.keySet().forEach(k -> offered.put(k, k));
        offered.replaceAll((value, label) -> said.named(clause.subject(), value, vocabulary));
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
