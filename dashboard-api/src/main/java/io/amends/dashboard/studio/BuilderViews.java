package io.amends.dashboard.studio;

import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.dashboard.studio.BuilderView.Option;
import io.amends.dashboard.studio.BuilderView.Place;
import io.amends.dashboard.studio.builder.RuleErrors;
import io.amends.dashboard.studio.builder.RuleForm;
import io.amends.dashboard.studio.builder.Unseen;
import io.amends.dashboard.studio.builder.Vocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out the builder. */
@ApplicationScoped
class BuilderViews {
    /** A longer list helps nobody who types. */
    private static final int MOST_LISTED = 500;

    private final StudioWords words;
    private final ClauseWords said;
    private final UnseenWords unseen;
    private final Rules rules;

    BuilderViews(StudioWords words, ClauseWords said, UnseenWords unseen, Rules rules) {
        this.words = words;
        this.said = said;
        this.unseen = unseen;
        this.rules = rules;
    }

    /**
     * The page of one rule.
     *
     * @param landsAt the condition to begin at, after a step
     */
    BuilderView view(
            String action,
            Rules.Draft draft,
            String was,
            RuleForm rule,
            Vocabulary vocabulary,
            RuleErrors errors,
            boolean stale,
            @Nullable String landsAt) {
        ClauseViews clauses = new ClauseViews(
                vocabulary, said, words, unseen, errors.of(), Unseen.in(rule.when(), vocabulary), landsAt);
        int wrong = errors.of().size() + errors.elsewhere().size();
        return new BuilderView(
                was.isEmpty() ? words.newRule() : was,
                action,
                draft.tag(),
                was,
                rules.identity() + action.substring(0, action.lastIndexOf('/')) + "/" + was,
                words.reads(said.of(rule.when(), vocabulary)),
                stale,
                wrong == 0 ? null : words.wrongPlaces(wrong),
                places(action, draft, errors),
                rule.name(),
                errors.of().stream().anyMatch(e -> e.field().equals("name")),
                clauses.of(rule.when()),
                then(rule.then(), errors),
                vocabulary.seen().entrySet().stream()
                        .map(s -> new BuilderView.Datalist(
                                "seen-" + s.getKey(),
                                s.getValue().stream().limit(MOST_LISTED).toList()))
                        .toList(),
                vocabulary.zone());
    }

    private List<Place> places(String action, Rules.Draft draft, RuleErrors errors) {
        List<Place> places = new ArrayList<>();
        errors.of().forEach(e -> places.add(new Place("#" + anchor(e.field()), where(e.field()), e.reason())));
        for (RuleErrors.Elsewhere other : errors.elsewhere()) {
            Integer rule = other.rule();
            boolean known = rule != null && draft.rules().has(rule);
            String list = action.substring(0, action.lastIndexOf('/'));
            places.add(new Place(
                    known && rule != null ? list + "/" + (rule + 1) : list + "/json",
                    known && rule != null ? words.placeRule(draft.rules().name(rule)) : words.placeAll(),
                    other.reason()));
        }
        return places;
    }

    /** The field of an error, or the condition's first where it is about the whole condition. */
    private static String anchor(String field) {
        boolean whole = field.matches("when(\\.\\d+)*");
        return whole ? field + ".kind" : field.equals("then") ? "then.kind" : field;
    }

    private String where(String field) {
        if (field.equals("name")) {
            return words.placeName();
        }
        if (!field.startsWith("when")) {
            return effect(field);
        }
        String[] steps = field.replaceAll("\\.(subject|value)$", "").split("\\.");
        StringBuilder number = new StringBuilder();
        for (int i = 1; i < steps.length; i++) {
            number.append(i == 1 ? "" : ".").append(Integer.parseInt(steps[i]) + 1);
        }
        if (number.isEmpty()) {
            return words.allConditions();
        }
        return field.endsWith(".value") ? words.conditionValue(number.toString()) : words.condition(number.toString());
    }

    private String effect(String field) {
        return switch (field) {
            case "then.kind" -> words.effectKind();
            case "then.priority" -> words.effectPriority();
            case "then.alert" -> words.effectAlert();
            case "then.followUp" -> words.effectFollowUp();
            case "then.tags" -> words.effectTags();
            default -> words.placeThen();
        };
    }

    private BuilderView.Then then(RuleForm.EffectsForm then, RuleErrors errors) {
        return new BuilderView.Then(
                List.of(
                        option("", words.kindUsual(), then.kind()),
                        option(Kind.RECOVERY.name(), words.kindRecovery(), then.kind()),
                        option(Kind.OPPORTUNITY.name(), words.kindOpportunity(), then.kind()),
                        option(Kind.NONE.name(), words.kindNone(), then.kind())),
                then.priority(),
                then.ownTags(),
                then.tags(),
                List.of(
                        option("", words.asUsual(), then.alert()),
                        option(Alert.IMMEDIATE.name(), words.alertImmediate(), then.alert()),
                        option(Alert.DIGEST.name(), words.alertDigest(), then.alert()),
                        option(Alert.NONE.name(), words.alertNone(), then.alert())),
                List.of(
                        option("", words.asUsual(), then.followUp()),
                        option("true", words.followUpYes(), then.followUp()),
                        option("false", words.followUpNo(), then.followUp())),
                errors.of().stream()
                        .filter(e -> e.field().startsWith("then"))
                        .map(e -> new Place("#" + anchor(e.field()), where(e.field()), e.reason()))
                        .toList(),
                errors.of().stream().anyMatch(e -> e.field().equals("then.priority")));
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }
}
