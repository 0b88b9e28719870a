package io.amends.rules.decision;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.Reason;
import io.amends.language.Rule;
import io.amends.language.Value;
import io.amends.messages.PreparedMessage;
import io.amends.rules.decision.SummaryShape.Flagging;
import io.amends.rules.decision.SummaryShape.Wish;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one plain sentence that says why a response was flagged, or why not (B6). Every decision has one, so each shape of it is
 * prepared when it is needed first. Thread-safe.
 */
public final class DecisionSummary {
    private final DecisionMessages messages;
    private final Map<SummaryShape, PreparedMessage> sentences = new ConcurrentHashMap<>();
    /** They are kept by the number of rules besides the decisive one, which chooses the plural. */
    private final Map<Integer, PreparedMessage> withRules = new ConcurrentHashMap<>();

    private final PreparedMessage late;
    private final PreparedMessage decimal;

    public DecisionSummary(DecisionMessages messages) {
        this.messages = messages;
        this.late = PreparedMessage.of(1, gaps -> messages.late(gaps.get(0)));
        this.decimal = PreparedMessage.of(2, gaps -> messages.decimal(gaps.get(0), gaps.get(1)));
    }

    /** What policy and rules say about a response that counts; the decisive one of the author's rules by its name. */
    public String of(Judgement judged, ContactChoice choice, @Nullable BigDecimal overall, Policy policy) {
        SummaryShape shape = SummaryShape.of(judged.outcome(), choice, overall, policy);
        PreparedMessage sentence = prepared(sentences, shape, this::sentence);
        String why = overall == null
                ? sentence.with()
                : sentence.with(
                        plain(overall),
                        policy.highest() == null ? "" : plain(policy.highest()),
                        plain(policy.threshold()),
                        policy.overriddenBy() == null ? "" : policy.overriddenBy());
        List<Rule> matched = judged.matched();
        return matched.isEmpty()
                ? why
                : prepared(withRules, matched.size() - 1, this::withRules)
                        .with(why, Refinement.decisive(matched).name());
    }

    /** The sentence about what came too late for a digest. */
    String late(String summary) {
        return late.with(summary);
    }

    String replaced(@Nullable String by) {
        return by == null ? messages.replaced() : messages.replacedBy(by);
    }

    String withdrawn(List<Reason> reasons) {
        return reasons.stream()
                .map(Reason::reason)
                .reduce(messages::reasons)
                .filter(why -> !why.isEmpty())
                .map(messages::withdrawnFor)
                .orElseGet(messages::withdrawn);
    }

    /** Most of the time it is there: only a map's get never waits. */
    private static <K> PreparedMessage prepared(
            Map<K, PreparedMessage> known, K key, Function<K, PreparedMessage> prepare) {
        PreparedMessage message = known.get(key);
        return message == null ? known.computeIfAbsent(key, prepare) : message;
    }

    private PreparedMessage withRules(int others) {
        return PreparedMessage.of(
                2,
                gaps -> others == 0
                        ? messages.ruleApplies(gaps.get(0), gaps.get(1))
                        : messages.rulesApply(gaps.get(0), gaps.get(1), others));
    }

    private PreparedMessage sentence(SummaryShape shape) {
        boolean contrast = shape.rating() == OverallRating.LOW && shape.wish() == Wish.REFUSED;
        return PreparedMessage.of(
                4,
                gaps -> contrast
                        ? messages.but(flagging(shape.flagging()), score(shape, gaps), wish(shape.wish()))
                        : messages.and(flagging(shape.flagging()), score(shape, gaps), wish(shape.wish())));
    }

    private String flagging(Flagging flagging) {
        return switch (flagging) {
            case NOT_FLAGGED -> messages.notFlagged();
            case NOT_TO_BE_CONTACTED -> messages.notToBeContacted();
            case FLAGGED -> messages.flagged();
            case OPPORTUNITY -> messages.opportunity();
        };
    }

    private String score(SummaryShape shape, List<String> gaps) {
        String rating = shape.scaled() ? messages.ratingOf(gaps.get(0), gaps.get(1)) : gaps.get(0);
        String threshold = shape.overridden() ? messages.thresholdFor(gaps.get(2), gaps.get(3)) : gaps.get(2);
        return switch (shape.rating()) {
            case UNRATED -> messages.noRating();
            case LOW -> messages.low(rating, threshold);
            case ABOVE -> messages.high(rating, threshold);
        };
    }

    private String wish(Wish wish) {
        return switch (wish) {
            case WANTED -> messages.contactWanted();
            case REFUSED -> messages.contactRefused();
            case NOT_ASKED -> messages.contactNotAsked();
            case BLANK_ALLOWS -> messages.blankAllows();
            case BLANK_FORBIDS -> messages.blankForbids();
            case BLANK_IS_NOTHING -> messages.blankIsNothing();
            case BLANK_IS_OPPORTUNITY -> messages.blankIsOpportunity();
        };
    }

    private String plain(BigDecimal number) {
        String plain = new Value.Numeric(number).asText();
        int point = plain.indexOf('.');
        return point < 0 ? plain : decimal.with(plain.substring(0, point), plain.substring(point + 1));
    }
}
