package io.amends.rules.decision;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.AlsoHears;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.language.Effects;
import io.amends.language.Rule;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What matching rules make of a baseline (B5). The rule with the smallest priority number, then the earlier one, sets
 * kind and effects; what it leaves open is the usual of the kind that results. Tags of all matching rules add up, and so do
 * the contacts whom they name.
 */
final class Refinement {
    private Refinement() {}

    /** @param matched in the order of the rule set */
    static DecisionOutcome of(Baseline baseline, ContactChoice choice, List<Rule> matched) {
        if (matched.isEmpty()) {
            return DecisionOutcome.usual(baseline, choice);
        }
        Effects decisive = decisive(matched).then();
        Baseline refined = refined(baseline, choice, decisive.kind());
        DecisionOutcome usual = DecisionOutcome.usual(refined, choice);
        List<String> tags = tags(matched, usual);
        if (refined.kind() == Kind.NONE) {
            // Nobody acts on it, so nothing but its tags can be set.
            return new DecisionOutcome(Kind.NONE, refined.contact(), null, Alert.NONE, tags, false).hardStop();
        }
        Alert alert = alert(decisive.alert(), usual, choice);
        return new DecisionOutcome(
                        refined.kind(),
                        refined.contact(),
                        Objects.requireNonNullElse(decisive.priority(), usual.priority()),
                        alert,
                        tags,
                        Objects.requireNonNullElse(decisive.followUp(), usual.followUp()),
                        alert == Alert.NONE ? List.of() : also(matched))
                .hardStop();
    }

    /** Rules without a priority come last. */
    static Rule decisive(List<Rule> matched) {
        return matched.stream()
                .min(Comparator.comparingInt(
                        rule -> Objects.requireNonNullElse(rule.then().priority(), Integer.MAX_VALUE)))
                .orElseThrow();
    }

    private static Baseline refined(Baseline baseline, ContactChoice choice, @Nullable Kind kind) {
        boolean hidesYes = kind == Kind.NONE && choice == ContactChoice.YES;
        if (kind == null || kind == baseline.kind() || hidesYes) {
            return baseline;
        }
        if (baseline.contact() == Contact.FORBIDDEN) {
            return new Baseline(kind, Contact.FORBIDDEN);
        }
        if (kind == Kind.NONE) {
            return new Baseline(kind, Contact.ALLOWED);
        }
        return new Baseline(kind, baseline.kind() == Kind.NONE ? Contact.REQUIRED : baseline.contact());
    }

    /** Alert NONE would hide a YES as surely as kind NONE. */
    private static Alert alert(@Nullable Alert wanted, DecisionOutcome usual, ContactChoice choice) {
        boolean hidesYes = wanted == Alert.NONE && choice == ContactChoice.YES;
        return wanted == null || hidesYes ? usual.alert() : wanted;
    }

    private static List<String> tags(List<Rule> matched, DecisionOutcome usual) {
        if (matched.stream().allMatch(rule -> rule.then().tags() == null)) {
            return usual.tags();
        }
        Set<String> tags = matched.stream()
                .map(rule -> rule.then().tags())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(tags);
    }

    /** Each contact once, in the order of the rule set and of the lists in it, with the first rule that names them. */
    private static List<AlsoHears> also(List<Rule> matched) {
        Map<String, AlsoHears> also = new LinkedHashMap<>();
        for (Rule rule : matched) {
            rule.then().named().forEach(contact -> also.putIfAbsent(contact, new AlsoHears(contact, rule.name())));
        }
        return List.copyOf(also.values());
    }
}
