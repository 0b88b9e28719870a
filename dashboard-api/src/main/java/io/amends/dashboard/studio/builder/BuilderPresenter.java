package io.amends.dashboard.studio.builder;

import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.directory.EntryLimits;
import io.amends.dashboard.studio.builder.BuilderView.Place;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.core.RuleErrors;
import io.amends.dashboard.studio.core.RuleForm;
import io.amends.dashboard.studio.core.UnknownValue;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.dashboard.studio.shared.ClauseSentences;
import io.amends.dashboard.studio.shared.Option;
import io.amends.dashboard.studio.shared.StudioMessages;
import io.amends.dashboard.studio.shared.UnknownValueSentences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the view of the builder. */
@ApplicationScoped
class BuilderPresenter {
    /** A longer list helps nobody who types. */
    private static final int MOST_LISTED = 500;

    private final BuilderMessages messages;
    private final StudioMessages studio;
    private final ClauseSentences clauses;
    private final UnknownValueSentences warnings;
    private final RulesService rules;

    BuilderPresenter(
            BuilderMessages messages,
            StudioMessages studio,
            ClauseSentences clauses,
            UnknownValueSentences warnings,
            RulesService rules) {
        this.messages = messages;
        this.studio = studio;
        this.clauses = clauses;
        this.warnings = warnings;
        this.rules = rules;
    }

    /**
     * A rule in the builder.
     *
     * @param action the address of its page
     * @param draft the draft that it is of, or goes into
     * @param was the name under which the draft has it; empty for a new one
     */
    record EditedRule(String action, RulesService.Draft draft, String was, RuleForm form) {}

    /**
     * What became of what the person just did.
     *
     * @param stale whether it was not saved since somebody else has changed the draft
     * @param landsAt the path of the condition to go on at; null for the beginning of the page
     */
    record Outcome(RuleErrors errors, boolean stale, @Nullable String landsAt) {
        static final Outcome NONE = new Outcome(RuleErrors.NONE, false, null);
    }

    BuilderView view(EditedRule rule, Vocabulary vocabulary, Outcome outcome) {
        RuleErrors errors = outcome.errors();
        RuleForm form = rule.form();
        ClausePresenter conditions = new ClausePresenter(
                new ClausePresenter.Sentences(messages, clauses, warnings),
                vocabulary,
                errors.of(),
                UnknownValue.in(form.when(), vocabulary),
                outcome.landsAt());
        int wrong = errors.of().size() + errors.elsewhere().size();
        return new BuilderView(
                edited(rule),
                messages.reads(clauses.of(form.when(), vocabulary)),
                new BuilderView.Faults(
                        outcome.stale(), wrong == 0 ? null : studio.wrongPlaces(wrong), places(rule, errors)),
                new BuilderView.NameField(form.name(), errors.of().stream().anyMatch(e -> e.field()
                        .equals("name"))),
                conditions.of(form.when()),
                effects(form.then(), vocabulary, errors),
                vocabulary.seen().entrySet().stream()
                        .map(s -> new BuilderView.Datalist(
                                "seen-" + s.getKey(),
                                s.getValue().stream().limit(MOST_LISTED).toList()))
                        .toList(),
                vocabulary.zone());
    }

    private BuilderView.EditedRule edited(EditedRule rule) {
        return new BuilderView.EditedRule(
                rule.was().isEmpty() ? messages.newRule() : rule.was(),
                rule.action(),
                rule.draft().tag(),
                rule.was(),
                rules.identity() + list(rule) + "/" + rule.was());
    }

    /** The address of the list that the rule's page is below. */
    private static String list(EditedRule rule) {
        return rule.action().substring(0, rule.action().lastIndexOf('/'));
    }

    private List<Place> places(EditedRule rule, RuleErrors errors) {
        List<Place> places = new ArrayList<>();
        errors.of().forEach(e -> places.add(place(e)));
        for (RuleErrors.OutsideError other : errors.elsewhere()) {
            Integer index = other.rule();
            boolean known = index != null && rule.draft().rules().has(index);
            places.add(new Place(
                    known && index != null ? list(rule) + "/" + (index + 1) : list(rule) + "/json",
                    known && index != null
                            ? messages.placeRule(rule.draft().rules().name(index))
                            : messages.placeAll(),
                    other.reason()));
        }
        return places;
    }

    private Place place(RuleErrors.FieldError error) {
        return new Place("#" + anchor(error.field()), where(error.field()), error.reason());
    }

    /** The field of an error, or the condition's first where it is about the whole condition. */
    private static String anchor(String field) {
        boolean whole = field.matches("when(\\.\\d+)*");
        return whole ? field + ".kind" : field.equals("then") ? "then.kind" : field;
    }

    private String where(String field) {
        if (field.equals("name")) {
            return messages.placeName();
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
            return messages.allConditions();
        }
        return field.endsWith(".value")
                ? messages.conditionValue(number.toString())
                : messages.condition(number.toString());
    }

    private String effect(String field) {
        return switch (field) {
            case "then.kind" -> messages.effectKind();
            case "then.priority" -> messages.effectPriority();
            case "then.alert" -> messages.effectAlert();
            case "then.followUp" -> messages.effectFollowUp();
            case "then.tags" -> messages.effectTags();
            case "then.also" -> messages.effectAlso();
            default -> messages.placeThen();
        };
    }

    private BuilderView.EffectsView effects(RuleForm.EffectsForm then, Vocabulary vocabulary, RuleErrors errors) {
        return new BuilderView.EffectsView(
                List.of(
                        option("", messages.kindUsual(), then.kind()),
                        option(Kind.RECOVERY.name(), messages.kindRecovery(), then.kind()),
                        option(Kind.OPPORTUNITY.name(), messages.kindOpportunity(), then.kind()),
                        option(Kind.NONE.name(), messages.kindNone(), then.kind())),
                then.priority(),
                new BuilderView.TagsView(then.ownTags(), then.tags()),
                List.of(
                        option("", messages.asUsual(), then.alert()),
                        option(Alert.IMMEDIATE.name(), messages.alertImmediate(), then.alert()),
                        option(Alert.DIGEST.name(), messages.alertDigest(), then.alert()),
                        option(Alert.NONE.name(), messages.alertNone(), then.alert())),
                List.of(
                        option("", messages.asUsual(), then.followUp()),
                        option("true", messages.followUpYes(), then.followUp()),
                        option("false", messages.followUpNo(), then.followUp())),
                also(then.also(), vocabulary, errors),
                errors.of().stream()
                        .filter(e -> e.field().startsWith("then"))
                        .map(this::place)
                        .toList(),
                errors.of().stream().anyMatch(e -> e.field().equals("then.priority")));
    }

    private BuilderView.AlsoView also(List<String> named, Vocabulary vocabulary, RuleErrors errors) {
        List<String> fields = new ArrayList<>(named);
        while (fields.size() < EntryLimits.ALSO_ALERTS) {
            fields.add("");
        }
        String names = named.stream()
                .filter(vocabulary.contacts()::containsKey)
                .map(code -> vocabulary.contacts().getOrDefault(code, code))
                .collect(Collectors.joining(", "));
        return new BuilderView.AlsoView(
                fields,
                names.isEmpty() ? null : names,
                warnings.missing(named, vocabulary),
                vocabulary.contacts().entrySet().stream()
                        .limit(MOST_LISTED)
                        .map(contact -> new Option(contact.getKey(), contact.getValue(), false))
                        .toList(),
                errors.of().stream().anyMatch(e -> e.field().equals("then.also")));
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }
}
