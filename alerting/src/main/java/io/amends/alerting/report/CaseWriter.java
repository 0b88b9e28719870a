package io.amends.alerting.report;

import io.amends.alerting.digest.Digest;
import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Portal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts one case into words: most useful first, and nothing where nothing is known. */
final class CaseWriter {
    /** A mail cuts longer comments: mail readers cut long mails themselves, with the links and all. */
    private static final int LONGEST_IN_MAIL = 2000;

    private static final int LONGEST_BRIEF = 60;

    private static final int LONGEST_WHY = 1000;
    private static final int MOST_FACTORS = 30;

    private final Portal portal;
    private final DigestLanguage language;
    private final DigestMessages messages;
    private final ReasonWriter reasons;
    private final UnaryOperator<String> link;
    private final String cut;
    private final LocalDate today;

    /**
     * @param at the moment that the report is of
     * @param cut what is said where a comment is cut; empty: comments are whole
     */
    CaseWriter(Portal portal, DigestLanguage language, Instant at, UnaryOperator<String> link, String cut) {
        this.portal = portal;
        this.today = LocalDate.ofInstant(at, portal.timeZone());
        this.language = language;
        this.messages = language.messages();
        this.reasons = new ReasonWriter(portal, language);
        this.link = link;
        this.cut = cut;
    }

    /** The case as one line. */
    BriefCase brief(int number, Digest.Item item) {
        RecoveryDecided decision = item.decision();
        Customer customer = decision.response().customer();
        String name = customer == null ? "" : Clean.line(customer.name(), LONGEST_BRIEF);
        String company = customer == null ? "" : Clean.line(customer.company(), LONGEST_BRIEF);
        String both = Stream.of(name, company).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        return new BriefCase(
                number,
                both.isEmpty() ? messages.unnamed() : both,
                score(decision.explanation().overall()),
                link.apply(decision.responseId()));
    }

    ReportCase write(int number, Digest.Item item) {
        RecoveryDecided decision = item.decision();
        SurveyResponse response = decision.response();
        Customer customer = response.customer();
        String company = customer == null ? "" : Clean.name(customer.company());
        String name = customer == null ? "" : Clean.name(customer.name());
        boolean named = !name.isEmpty();
        return new ReportCase(
                new ReportCase.CaseHeading(
                        number,
                        "case-" + number,
                        named ? name : company.isEmpty() ? messages.unnamed() : company,
                        named ? company : "",
                        score(decision.explanation().overall()),
                        decision.priority() != null && decision.priority() == 1,
                        marks(item)),
                verbatim(response),
                new ReportCase.CaseDetails(
                        factors(response),
                        wish(response),
                        facts(item, response, customer),
                        Clean.line(reasons.why(decision), LONGEST_WHY)),
                link.apply(decision.responseId()));
    }

    private ReportCase.Verbatim verbatim(SurveyResponse response) {
        String whole = Clean.lines(response.comment());
        String text = cut.isEmpty() ? whole : Clean.start(whole, LONGEST_IN_MAIL);
        return new ReportCase.Verbatim(
                text,
                text.length() == whole.length() ? "" : cut,
                Script.direction(text),
                Script.eastAsian(text, response.language()));
    }

    private List<String> marks(Digest.Item item) {
        Instant since = item.waitsSince();
        Stream<String> waits =
                since == null ? Stream.empty() : Stream.of(messages.waitsSince(language.day(since, portal.timeZone())));
        Instant alerted = item.alertedAt();
        Stream<String> told = alerted == null ? Stream.empty() : Stream.of(messages.alertedAt(clock(alerted)));
        return Stream.of(told, waits, item.marks().stream().map(mark -> mark(mark, item.rule())))
                .flatMap(each -> each)
                .toList();
    }

    /** The time alone where it is one of the same day. */
    private String clock(Instant at) {
        ZoneId zone = portal.timeZone();
        return LocalDate.ofInstant(at, zone).equals(today) ? language.timeOfDay(at, zone) : language.time(at, zone);
    }

    private String mark(DigestMark mark, @Nullable String rule) {
        return switch (mark) {
            case LATE -> messages.late();
            case REPLACING -> messages.replacing();
            case MOVED -> messages.moved();
            case AGAIN -> messages.again();
            case NO_CONTACT -> messages.noContact();
            case ALSO -> messages.byRule(messages.quotedRule(Clean.name(rule)));
            case SOLVED -> messages.solved();
        };
    }

    /** What the customer wishes: whether to be contacted, and how. */
    private String wish(SurveyResponse response) {
        String choice =
                switch (response.contactChoice()) {
                    case YES -> messages.saidYes();
                    case NO -> messages.saidNo();
                    case UNANSWERED -> messages.saidNothing();
                    case NOT_ASKED -> "";
                };
        String way =
                switch (ContactWishes.preference(response.customer())) {
                    case CALL -> messages.prefersCall();
                    case EMAIL -> messages.prefersEmail();
                    case UNKNOWN -> "";
                };
        return choice.isEmpty() || way.isEmpty() ? choice + way : messages.choiceAndWay(choice, way);
    }

    private List<String> factors(SurveyResponse response) {
        List<String> given =
                response.factors().stream().filter(f -> !f.isBlank()).toList();
        List<String> factors = given.stream()
                .limit(MOST_FACTORS)
                .map(Clean::name)
                .filter(f -> !f.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        if (given.size() > MOST_FACTORS) {
            int more = given.size() - MOST_FACTORS;
            factors.add(messages.moreFactors(more, language.number(more)));
        }
        return factors;
    }

    private String score(@Nullable BigDecimal overall) {
        return overall == null ? messages.noScore() : language.rating(overall, portal);
    }

    private List<ReportCase.Fact> facts(Digest.Item item, SurveyResponse response, @Nullable Customer customer) {
        RecoveryDecided decision = item.decision();
        List<ReportCase.Fact> facts = new ArrayList<>();
        if (customer != null) {
            String phone = Clean.name(customer.phone());
            add(
                    facts,
                    messages.phone(),
                    phone,
                    phone.matches("\\+?[0-9 ()./-]{3,30}") ? "tel:" + phone.replaceAll("[^+0-9]", "") : "");
            String email = Clean.name(customer.email());
            add(
                    facts,
                    messages.email(),
                    email,
                    email.matches("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+") ? "mailto:" + email : "");
        }
        add(
                facts,
                messages.ticket(),
                Clean.name(decision.ticketId()),
                UrlText.behind(portal.ticketUrlPrefix(), decision.ticketId()));
        add(facts, messages.agent(), agent(response), "");
        add(facts, messages.group(), Clean.name(item.groupName()), "");
        add(facts, messages.segment(), Clean.name(item.segmentName()), "");
        add(
                facts,
                messages.received(),
                messages.timeOfZone(
                        language.time(response.submittedAt(), portal.timeZone()), language.zone(portal.timeZone())),
                "");
        return facts;
    }

    private static String agent(SurveyResponse response) {
        if (response.agent() == null) {
            return "";
        }
        String name = Clean.name(response.agent().name());
        return name.isEmpty() ? Clean.name(response.agent().id()) : name;
    }

    private static void add(List<ReportCase.Fact> facts, String label, String value, String address) {
        if (!value.isEmpty()) {
            facts.add(new ReportCase.Fact(label, value, address));
        }
    }
}
