package io.amends.dashboard.studio;

import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.StorableText;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.api.ExplainedDecision.Change;
import io.amends.contracts.api.ExplainedDecision.ClauseVerdict;
import io.amends.contracts.api.ExplainedDecision.Decided;
import io.amends.contracts.api.ExplainedDecision.RuleVerdict;
import io.amends.contracts.api.Verdict;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.links.WhyAddress;
import io.amends.dashboard.studio.builder.ClauseForm;
import io.amends.dashboard.studio.builder.DraftRules;
import io.amends.dashboard.studio.builder.RuleErrors;
import io.amends.dashboard.studio.builder.Vocabulary;
import io.amends.language.Clause;
import io.amends.language.ClauseKind;
import io.amends.language.RulePlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a decision, and what every rule and condition said about the response, into words (B6). */
@ApplicationScoped
class WhyWords {
    /** As many rules that did not match as a page shows at once. */
    private static final int MOST = 100;

    private final StudioWords words;
    private final LayoutMessages common;
    private final ClauseWords clauses;
    private final BacktestWords figures;
    private final SeenWords seen;
    private final Formats say;
    private final Directory directory;
    private final Vocabularies vocabularies;

    WhyWords(
            StudioWords words,
            LayoutMessages common,
            ClauseWords clauses,
            BacktestWords figures,
            SeenWords seen,
            Formats say,
            Directory directory,
            Vocabularies vocabularies) {
        this.words = words;
        this.common = common;
        this.clauses = clauses;
        this.figures = figures;
        this.seen = seen;
        this.say = say;
        this.directory = directory;
        this.vocabularies = vocabularies;
    }

    /**
     * The page.
     *
     * @param written the rules that decided
     * @param wants what would make a rule match, where somebody asked
     */
    WhyView view(String cpc, Portal portal, ExplainedDecision explained, DraftRules written, Wants wants, boolean all) {
        RecoveryDecided why = explained.decision();
        SurveyResponse response = why.response();
        Reading reading = new Reading(portal, vocabularies.declared(cpc, portal));
        Customer customer = response.customer();
        String here = WhyAddress.of(cpc, response.responseId());
        Map<Boolean, List<RuleVerdict>> byMatch =
                explained.rules().stream().collect(Collectors.partitioningBy(r -> r.verdict() == Verdict.TRUE));
        List<RuleVerdict> matched = byMatch.getOrDefault(true, List.of());
        List<RuleVerdict> others = byMatch.getOrDefault(false, List.of());
        Group group = directory.groups(cpc).get(Objects.requireNonNullElse(response.supportGroup(), ""));
        BigDecimal threshold = why.explanation().threshold();
        return new WhyView(
                why.explanation().summary(),
                customer == null || customer.name() == null || StorableText.blank(customer.name())
                        ? common.nameless()
                        : customer.name(),
                response.comment() == null || StorableText.blank(response.comment()) ? null : response.comment(),
                response.language(),
                figures.score(
                        why.explanation().overall() == null
                                ? null
                                : why.explanation().overall().toPlainString(),
                        portal),
                threshold == null ? "–" : threshold.stripTrailingZeros().toPlainString(),
                figures.choice(why.explanation().contactChoice()),
                outcome(why),
                why.tags(),
                why.ruleSetVersion() == 0 ? words.decidedWithoutRules() : words.version(why.ruleSetVersion()),
                why.ruleSetVersion() == 0 ? null : RulesAddress.of(cpc, "versions/" + why.ruleSetVersion()),
                say.moment(why.decidedAt(), portal.timeZone()),
                NotesAddress.ofTicket(
                        cpc,
                        Objects.requireNonNullElse(response.supportGroup(), ""),
                        Objects.requireNonNullElse(response.ticketId(), "")),
                Objects.requireNonNullElse(response.ticketId(), ""),
                group == null ? Objects.requireNonNullElse(response.supportGroup(), "") : group.name(),
                explained.rules().isEmpty()
                        ? null
                        : words.rulesMatched(matched.size(), explained.rules().size()),
                lines(matched, written, wants, here, reading),
                lines(all ? others : others.stream().limit(MOST).toList(), written, wants, here, reading),
                !all && others.size() > MOST ? here + "&all=1" : null,
                why.ruleSetVersion() == 0 ? words.noRulesDecided() : words.noRuleAsked(),
                explained.versions() == null
                        ? List.of()
                        : explained.versions().stream()
                                .map(v -> new WhyView.DecisionLine(
                                        say.moment(v.decidedAt(), portal.timeZone()), decision(v)))
                                .toList());
    }

    private List<WhyView.RuleLine> lines(
            List<RuleVerdict> rules, DraftRules written, Wants wants, String here, Reading reading) {
        List<WhyView.RuleLine> lines = new ArrayList<>();
        for (RuleVerdict rule : rules) {
            int index = written.named(rule.name());
            boolean isAsked = rule.name().equals(wants.rule());
            boolean matches = rule.verdict() == Verdict.TRUE;
            lines.add(new WhyView.RuleLine(
                    "rule-" + (index + 1),
                    rule.name(),
                    verdict(rule.verdict(), true),
                    matches || isAsked,
                    index < 0
                            ? List.of()
                            : written.read(index)
                                    .map(read -> conditions(rule, read.when(), reading))
                                    .orElse(List.of()),
                    matches || isAsked
                            ? null
                            : here + "&rule=" + RulesAddress.encoded(rule.name()) + "#rule-" + (index + 1),
                    isAsked ? wants.sets() : null,
                    isAsked ? wants.line() : null));
        }
        return lines;
    }

    /**
     * What would make a rule match, in words.
     *
     * @param rule its name; null where nobody asked
     * @param sets sets of changes of which any one does
     */
    record Wants(@Nullable String rule, List<String> sets, String line) {}

    /** What conditions are read with. */
    private record Reading(Portal portal, Vocabulary names) {}

    /** What an explanation of one rule says would make it match. */
    Wants wants(@Nullable String rule, @Nullable ExplainedDecision asked) {
        if (rule == null || asked == null) {
            return new Wants(null, List.of(), "");
        }
        List<String> sets = asked.changes() == null
                ? List.of()
                : asked.changes().stream()
                        .map(set -> set.stream().map(Change::sentence).collect(Collectors.joining("; ")))
                        .filter(s -> !s.isBlank())
                        .toList();
        if (Boolean.TRUE.equals(asked.impossible())) {
            return new Wants(rule, List.of(), words.cannotMatch());
        }
        return new Wants(
                rule, sets, sets.isEmpty() ? words.noWants() : sets.size() == 1 ? words.oneWant() : words.manyWants());
    }

    private List<WhyView.ConditionLine> conditions(RuleVerdict rule, Clause when, Reading reading) {
        Map<String, ClauseVerdict> byPath = new HashMap<>();
        rule.clauses().forEach(c -> byPath.put(RuleErrors.path(RulePlace.of(c.pointer())), c));
        List<WhyView.ConditionLine> lines = new ArrayList<>();
        ClauseForm outermost = ClauseForm.of(when);
        if (outermost.kind() == ClauseKind.ALL) {
            inside(outermost, "when", 0, byPath, reading, lines);
        } else {
            condition(outermost, "when", 0, byPath, reading, lines);
        }
        return lines;
    }

    private void condition(
            ClauseForm clause,
            String path,
            int depth,
            Map<String, ClauseVerdict> byPath,
            Reading reading,
            List<WhyView.ConditionLine> lines) {
        if (clause.kind().group()) {
            lines.add(new WhyView.ConditionLine(Math.min(depth, 6), clauses.kind(clause.kind()) + ":", null, null));
            inside(clause, path, depth + 1, byPath, reading, lines);
            return;
        }
        ClauseVerdict verdict = byPath.get(path);
        lines.add(new WhyView.ConditionLine(
                Math.min(depth, 6),
                clauses.of(clause, reading.names()),
                verdict == null ? null : verdict(verdict.verdict(), false),
                verdict == null ? null : seen.of(clause, verdict.value(), reading.portal(), reading.names())));
    }

    private void inside(
            ClauseForm group,
            String path,
            int depth,
            Map<String, ClauseVerdict> byPath,
            Reading reading,
            List<WhyView.ConditionLine> lines) {
        for (int i = 0; i < group.of().size(); i++) {
            condition(group.of().get(i), path + "." + i, depth, byPath, reading, lines);
        }
    }

    private WhyView.Verdict verdict(Verdict verdict, boolean rule) {
        return switch (verdict) {
            case TRUE -> new WhyView.Verdict(rule ? words.matches() : words.isTrue(), "✓", "done");
            case FALSE -> new WhyView.Verdict(rule ? words.matchesNot() : words.isFalse(), "✕", "");
            case UNKNOWN -> new WhyView.Verdict(rule ? words.matchesUnknown() : words.isUnknown(), "?", "due");
        };
    }

    private String outcome(RecoveryDecided why) {
        String kind =
                switch (why.kind()) {
                    case RECOVERY -> words.outcomeRecovery();
                    case OPPORTUNITY -> words.outcomeOpportunity();
                    case NONE -> words.outcomeNone();
                };
        List<String> parts = new ArrayList<>(List.of(
                kind,
                switch (why.contact()) {
                    case REQUIRED -> words.contactRequired();
                    case ALLOWED -> words.contactAllowed();
                    case FORBIDDEN -> words.contactForbidden();
                }));
        if (why.priority() != null) {
            parts.add(words.priorityIs(why.priority()));
        }
        if (why.alert() == RecoveryDecided.Alert.IMMEDIATE) {
            parts.add(words.alertsAtOnce());
        } else if (why.alert() == RecoveryDecided.Alert.DIGEST) {
            parts.add(words.alertsDaily());
        }
        return String.join(", ", parts);
    }

    private String decision(Decided version) {
        return words.decisionLine(version.responseVersion(), version.ruleSetVersion(), version.summary());
    }
}
