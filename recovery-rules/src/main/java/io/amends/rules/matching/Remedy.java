package io.amends.rules.matching;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ExplainedDecision.Change;
import io.amends.contracts.directory.Measure;
import io.amends.language.Clause;
import io.amends.language.PlacedLeaf;
import io.amends.language.Pointer;
import io.amends.language.Rule;
import io.amends.rules.matching.Alternative.Literal;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would have to be otherwise in a response for a rule to match it (B6): the fewest attributes, each with the
 * nearest value that satisfies all that the rule asks of it at once.
 *
 * @param overall the measure that {@code overall} stands for
 * @param measures the declared scales; no score off its scale is suggested
 * @param words that each change is told in
 */
public record Remedy(
        String overall, BigDecimal threshold, ZoneId zone, Map<String, Measure> measures, RemedyWords words) {
    /** More ways than this help nobody. */
    private static final int MOST_WAYS = 3;

    /**
     * The smallest sets of changes, at most three, the smallest first and all of one size; a set with no change in it
     * where the rule matches as it is; none at all where nothing could make it match.
     */
    public List<List<Change>> of(Rule rule, SurveyResponse response) {
        Map<Clause.Leaf, String> places = new HashMap<>();
        PlacedLeaf.in(rule.when(), Pointer.WHEN)
                .forEach(placed ->
                        places.putIfAbsent(placed.leaf(), placed.place().toString()));
        List<List<Change>> best = new ArrayList<>();
        Facts facts = facts(response);
        List<Map<Attribute, List<Literal>>> gaps = Alternative.of(rule.when()).stream()
                .map(alternative -> gap(alternative, facts))
                .sorted(Comparator.comparingInt(Map::size))
                .toList();
        for (Map<Attribute, List<Literal>> gap : gaps) {
            if (!best.isEmpty() && (gap.size() > best.get(0).size() || best.size() == MOST_WAYS)) {
                break;
            }
            close(gap, response, facts, places)
                    .filter(changes -> !best.contains(changes))
                    .ifPresent(best::add);
        }
        return best;
    }

    /** All that one alternative asks of each attribute that does not satisfy it. */
    private Map<Attribute, List<Literal>> gap(Alternative alternative, Facts facts) {
        Map<Attribute, List<Literal>> asked = new LinkedHashMap<>();
        for (Literal literal : alternative.literals()) {
            asked.computeIfAbsent(Attribute.of(literal.leaf(), overall), a -> new ArrayList<>())
                    .add(literal);
        }
        asked.values().removeIf(literals -> satisfied(literals, facts));
        return asked;
    }

    private Optional<List<Change>> close(
            Map<Attribute, List<Literal>> gap, SurveyResponse response, Facts facts, Map<Clause.Leaf, String> places) {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<Attribute, List<Literal>> one : gap.entrySet()) {
            Optional<Change> change = change(one.getKey(), one.getValue(), response, facts, places);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            changes.add(change.get());
        }
        return Optional.of(changes);
    }

    private Optional<Change> change(
            Attribute attribute,
            List<Literal> literals,
            SurveyResponse response,
            Facts facts,
            Map<Clause.Leaf, String> places) {
        JsonNode now = attribute.in(response);
        for (@Nullable JsonNode needed : new Candidates(attribute, literals, facts, measures).nearestFirst(now)) {
            if (satisfied(literals, facts(attribute.with(response, needed)))) {
                Clause.Leaf unmet = literals.stream()
                        .filter(literal ->
                                !literal.holds(LeafQuestion.of(literal.leaf()).verdict(facts)))
                        .findFirst()
                        .orElseThrow()
                        .leaf();
                return Optional.of(new Change(
                        places.getOrDefault(unmet, Pointer.WHEN.toString()),
                        attribute.kind(),
                        attribute.name(),
                        now,
                        needed,
                        words.of(attribute, now, needed, zone)));
            }
        }
        return Optional.empty();
    }

    private static boolean satisfied(Collection<Literal> literals, Facts facts) {
        return literals.stream()
                .allMatch(
                        literal -> literal.holds(LeafQuestion.of(literal.leaf()).verdict(facts)));
    }

    private Facts facts(SurveyResponse response) {
        return new Facts(response, response.score(overall), threshold, zone);
    }
}
