package io.amends.dashboard.studio.why;

import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.StorableText;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.api.ExplainedDecision.Change;
import io.amends.contracts.api.ExplainedDecision.RuleVerdict;
import io.amends.contracts.api.Verdict;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.links.WhyAddress;
import io.amends.dashboard.studio.core.DraftRules;
import io.amends.dashboard.studio.shared.AnswerSentences;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.StudioMessages;
import io.amends.dashboard.studio.shared.Vocabularies;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the view of a decision, and of what every rule and condition said about the response (B6). */
@ApplicationScoped
class WhyPresenter {
    /** The number of rules that did not match which a page shows at once. */
    private static final int MOST = 100;

    private final WhyMessages messages;
    private final StudioMessages studio;
    private final ConditionPresenter conditions;
    private final AnswerSentences answers;
    private final Formats formats;
    private final Directory directory;
    private final Vocabularies vocabularies;

    WhyPresenter(
            WhyMessages messages,
            StudioMessages studio,
            ConditionPresenter conditions,
            AnswerSentences answers,
            Formats formats,
            Directory directory,
            Vocabularies vocabularies) {
        this.messages = messages;
        this.studio = studio;
        this.conditions = conditions;
        this.answers = answers;
        this.formats = formats;
        this.directory = directory;
        this.vocabularies = vocabularies;
    }

    /**
     * What the page was asked for.
     *
     * @param deciding the rules that decided; null for whoever may not see rules
     * @param question what was asked about one of them
     * @param all whether all rules are shown, however many they are
     */
    record WhyRequest(ExplainedDecision explained, @Nullable DraftRules deciding, RuleQuestion question, boolean all) {}

    /**
     * The question what would make a rule match, and its answer.
     *
     * @param rule its name; null where nobody asked
     * @param answer null where nobody asked, or where it is not known
     */
    record RuleQuestion(@Nullable String rule, @Nullable ExplainedDecision answer) {}

    WhyView view(String cpc, Portal portal, WhyRequest request) {
        RecoveryDecided decided = request.explained().decision();
        SurveyResponse response = decided.response();
        return new WhyView(
                decided.explanation().summary(),
                NotesAddress.ofTicket(cpc, given(response.supportGroup()), given(response.ticketId())),
                answer(cpc, portal, decided),
                decision(cpc, portal, request),
                request.deciding() == null ? null : rules(cpc, portal, request, request.deciding()));
    }

    private WhyView.AnswerView answer(String cpc, Portal portal, RecoveryDecided decided) {
        SurveyResponse response = decided.response();
        Customer customer = response.customer();
        String comment = response.comment();
        Group group = directory.groups(cpc).get(given(response.supportGroup()));
        return new WhyView.AnswerView(
                answers.score(decided.explanation().overall(), portal),
                answers.choice(decided.explanation().contactChoice()),
                comment == null || StorableText.blank(comment) ? null : comment,
                response.language(),
                answers.customer(customer == null ? null : customer.name()),
                given(response.ticketId()),
                group == null ? given(response.supportGroup()) : group.name());
    }

    private WhyView.DecisionView decision(String cpc, Portal portal, WhyRequest request) {
        ExplainedDecision explained = request.explained();
        RecoveryDecided decided = explained.decision();
        ZoneId zone = portal.timeZone();
        BigDecimal threshold = decided.explanation().threshold();
        long version = decided.ruleSetVersion();
        return new WhyView.DecisionView(
                outcome(decided),
                threshold == null ? "–" : formats.number(threshold),
                decided.tags(),
                also(cpc, portal, decided),
                version == 0 ? messages.decidedWithoutRules() : studio.version(version),
                version == 0 || request.deciding() == null ? null : StudioAddress.version(cpc, version),
                formats.moment(decided.decidedAt(), zone),
                explained.versions() == null
                        ? List.of()
                        : explained.versions().stream()
                                .map(v -> new WhyView.DecisionLine(
                                        formats.moment(v.decidedAt(), zone),
                                        messages.decisionLine(v.responseVersion(), v.ruleSetVersion(), v.summary())))
                                .toList());
    }

    /** By their names, where whoever asks may see the contacts. */
    private List<String> also(String cpc, Portal portal, RecoveryDecided decided) {
        if (decided.also().isEmpty()) {
            return List.of();
        }
        Map<String, String> names = vocabularies.declared(cpc, portal).contacts();
        return decided.also().stream()
                .map(one -> messages.alsoBy(names.getOrDefault(one.contact(), one.contact()), one.rule()))
                .toList();
    }

    private WhyView.VerdictsView rules(String cpc, Portal portal, WhyRequest request, DraftRules deciding) {
        List<RuleVerdict> all = request.explained().rules();
        Map<Boolean, List<RuleVerdict>> byMatch =
                all.stream().collect(Collectors.partitioningBy(r -> r.verdict() == Verdict.TRUE));
        List<RuleVerdict> matched = byMatch.getOrDefault(true, List.of());
        List<RuleVerdict> others = byMatch.getOrDefault(false, List.of());
        RecoveryDecided decided = request.explained().decision();
        String here = WhyAddress.of(cpc, decided.response().responseId());
        ConditionPresenter.Context context = new ConditionPresenter.Context(portal, vocabularies.declared(cpc, portal));
        return new WhyView.VerdictsView(
                all.isEmpty() ? null : messages.rulesMatched(matched.size(), all.size()),
                lines(matched, deciding, request.question(), here, context),
                lines(
                        request.all() ? others : others.stream().limit(MOST).toList(),
                        deciding,
                        request.question(),
                        here,
                        context),
                !request.all() && others.size() > MOST ? here + "&all=1" : null,
                decided.ruleSetVersion() == 0 ? messages.noRulesDecided() : messages.noRuleAsked());
    }

    private List<WhyView.RuleLine> lines(
            List<RuleVerdict> rules,
            DraftRules deciding,
            RuleQuestion question,
            String here,
            ConditionPresenter.Context context) {
        List<WhyView.RuleLine> lines = new ArrayList<>();
        for (RuleVerdict rule : rules) {
            int index = deciding.named(rule.name());
            String id = "rule-" + (index + 1);
            boolean asked = question.answer() != null && rule.name().equals(question.rule());
            boolean open = asked || rule.verdict() == Verdict.TRUE;
            lines.add(new WhyView.RuleLine(
                    id,
                    rule.name(),
                    verdict(rule.verdict()),
                    open,
                    index < 0
                            ? List.of()
                            : deciding.read(index)
                                    .map(read -> conditions.lines(rule, read.when(), context))
                                    .orElse(List.of()),
                    open ? null : here + "&rule=" + StudioAddress.encoded(rule.name()) + "#" + id,
                    asked && question.answer() != null ? changes(question.answer()) : null));
        }
        return lines;
    }

    private WhyView.VerdictView verdict(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> new WhyView.VerdictView(messages.matches(), "✓", "done");
            case FALSE -> new WhyView.VerdictView(messages.matchesNot(), "✕", "");
            case UNKNOWN -> new WhyView.VerdictView(messages.matchesUnknown(), "?", "due");
        };
    }

    /** What an explanation of one rule says would make it match. */
    private WhyView.NeededChanges changes(ExplainedDecision ofOneRule) {
        if (Boolean.TRUE.equals(ofOneRule.impossible())) {
            return new WhyView.NeededChanges(messages.neverMatches(), List.of());
        }
        List<String> sets = ofOneRule.changes() == null
                ? List.of()
                : ofOneRule.changes().stream()
                        .map(set -> set.stream().map(Change::sentence).collect(Collectors.joining("; ")))
                        .filter(s -> !s.isBlank())
                        .toList();
        return new WhyView.NeededChanges(
                sets.isEmpty()
                        ? messages.changesUnknown()
                        : sets.size() == 1 ? messages.matchesIf() : messages.matchesIfAny(),
                sets);
    }

    private String outcome(RecoveryDecided decided) {
        List<String> parts = new ArrayList<>(List.of(
                switch (decided.kind()) {
                    case RECOVERY -> messages.outcomeRecovery();
                    case OPPORTUNITY -> messages.outcomeOpportunity();
                    case NONE -> messages.outcomeNone();
                },
                switch (decided.contact()) {
                    case REQUIRED -> messages.contactRequired();
                    case ALLOWED -> messages.contactAllowed();
                    case FORBIDDEN -> messages.contactForbidden();
                }));
        if (decided.priority() != null) {
            parts.add(messages.priorityIs(decided.priority()));
        }
        if (decided.alert() == RecoveryDecided.Alert.IMMEDIATE) {
            parts.add(messages.alertsAtOnce());
        } else if (decided.alert() == RecoveryDecided.Alert.DIGEST) {
            parts.add(messages.alertsDaily());
        }
        return String.join(", ", parts);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
