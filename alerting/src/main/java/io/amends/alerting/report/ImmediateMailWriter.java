package io.amends.alerting.report;

import io.amends.alerting.report.RequestMail.Fact;
import io.amends.alerting.report.RequestMail.MailHead;
import io.amends.alerting.report.RequestMail.MailLink;
import io.amends.alerting.report.RequestMail.Part;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.PagePaths;
import io.amends.contracts.directory.Portal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the mail of what is told at once: one case in full, or several in a line each (C7). Pure. */
public final class ImmediateMailWriter {
    /** Cases that one mail lists at most; the digest lists all. */
    public static final int MOST = 50;

    private final ImmediateWords words;
    private final ImmediateMessages messages;
    private final DigestLanguage language;
    private final Portal portal;
    private final String cpc;
    private final URI pages;

    /**
     * @param cpc the code of the portal
     * @param pages public address of the pages, without a slash at its end
     */
    public ImmediateMailWriter(ImmediateWords words, String cpc, URI pages) {
        this.words = words;
        this.messages = words.messages();
        this.language = words.language();
        this.portal = words.portal();
        this.cpc = cpc;
        this.pages = pages;
    }

    /** The mail of one case or more, of which the first is the most urgent and is still to be done. */
    public RequestMail mail(List<ToldCase> told) {
        ToldCase first = told.get(0);
        String name = Clean.name(portal.name());
        return new RequestMail(
                language.tag(),
                told.size() == 1 ? headOfOne(first, name) : headOfSeveral(told, name),
                told.size() == 1 ? comment(first) : List.of(),
                told.size() == 1 ? details(first) : lines(told),
                new MailLink(messages.openCase(), dialog(first)),
                reason(told, name),
                language.messages().colon());
    }

    /** Why the reader hears of it: their groups, the rules that name them, or both. */
    private String reason(List<ToldCase> told, String portalName) {
        List<String> rules = told.stream()
                .flatMap(one -> Stream.ofNullable(one.item().rule()))
                .distinct()
                .map(rule -> language.messages().quotedRule(Clean.name(rule)))
                .toList();
        boolean ofTheirGroups = told.stream().anyMatch(one -> one.item().rule() == null);
        return Stream.of(
                        ofTheirGroups ? messages.reason(portalName) : "",
                        rules.isEmpty() ? "" : messages.reasonByRule(rules.size(), language.list(rules)))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private MailHead headOfOne(ToldCase one, String portalName) {
        String what = words.what(one);
        String customer = customer(one);
        return new MailHead(
                Clean.line(messages.subject(customer, Clean.name(one.item().groupName()), what)),
                messages.title(),
                portalName,
                messages.asks(customer, what));
    }

    private MailHead headOfSeveral(List<ToldCase> told, String portalName) {
        int open = (int) told.stream().filter(one -> !one.solved()).count();
        List<String> groups = told.stream()
                .map(one -> Clean.name(one.item().groupName()))
                .distinct()
                .toList();
        int more = groups.size() - 1;
        String shown = language.number(open);
        return new MailHead(
                Clean.line(messages.subjectOfSeveral(open, shown, groups.get(0), more, language.number(more))),
                messages.title(),
                portalName,
                messages.asksOfSeveral(open, shown));
    }

    private List<Part> comment(ToldCase one) {
        ReportCase.Verbatim said = full(one).verbatim();
        return said.text().isEmpty()
                ? List.of()
                : List.of(new Part(messages.comment(), said.text() + said.cut(), said.direction()));
    }

    private List<Fact> details(ToldCase one) {
        ReportCase full = full(one);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(messages.rating(), full.heading().score(), ""));
        full.details().facts().forEach(fact -> facts.add(new Fact(fact.label(), fact.value(), fact.link())));
        if (!full.details().why().isEmpty()) {
            facts.add(new Fact(language.messages().why(), full.details().why(), ""));
        }
        return List.copyOf(facts);
    }

    private List<Fact> lines(List<ToldCase> told) {
        List<Fact> facts = new ArrayList<>();
        told.stream().limit(MOST).forEach(one -> {
            String what = words.what(one);
            facts.add(new Fact(customer(one), one.solved() ? messages.solved(what) : what, dialog(one)));
        });
        int more = told.size() - facts.size();
        if (more > 0) {
            facts.add(new Fact(messages.and(), messages.more(more, language.number(more)), ""));
        }
        return List.copyOf(facts);
    }

    private ReportCase full(ToldCase one) {
        return cases().write(1, one.item());
    }

    private String customer(ToldCase one) {
        return cases().brief(1, one.item()).customer();
    }

    private CaseWriter cases() {
        return new CaseWriter(
                portal,
                language,
                words.now(),
                response -> "",
                " " + language.messages().restBehindLink());
    }

    private String dialog(ToldCase one) {
        RecoveryDecided decision = one.item().decision();
        return pages + PagePaths.NOTES + "?cpc=" + UrlText.encode(cpc) + "&rgid="
                + UrlText.encode(decision.supportGroup()) + "&tid=" + UrlText.encode(decision.ticketId());
    }
}
