package io.amends.alerting.report;

import io.amends.alerting.report.RequestMail.Fact;
import io.amends.alerting.report.RequestMail.MailHead;
import io.amends.alerting.report.RequestMail.MailLink;
import io.amends.alerting.report.RequestMail.Part;
import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.PagePaths;
import io.amends.contracts.directory.Portal;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what is posted in chat rooms (C8), in the portal's language. A room has more readers than a mail, so that a customer's
 * address and number are not in it; the case has them. Pure.
 */
public final class PostWriter {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_COMMENT = 600;
    private static final int LONGEST_WHY = 400;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int MOST_GROUPS = 15;

    private final PostMessages messages;
    private final DigestLanguage language;
    private final Portal portal;
    private final String tag;
    private final URI pages;

    /**
     * @param messages in the language of the portal, as is that of digests
     * @param pages public address of the pages, without a slash at its end
     */
    public PostWriter(PostMessages messages, DigestLanguage language, Portal portal, String tag, URI pages) {
        this.messages = messages;
        this.language = language;
        this.portal = portal;
        this.tag = tag;
        this.pages = pages;
    }

    /**
     * That a response became a candidate.
     *
     * @param group the support group by its name
     * @param atOnce whether it is to be alerted at once (C7)
     */
    public RequestMail flagged(RecoveryDecided decision, String group, boolean atOnce) {
        String named = Clean.line(group, LONGEST_NAME);
        String ticket = Clean.line(decision.ticketId(), LONGEST_NAME);
        boolean happy = decision.kind() == RecoveryDecided.Kind.OPPORTUNITY;
        String title = atOnce ? messages.atOnce() : happy ? messages.happy() : messages.unhappy();
        String subject = atOnce
                ? messages.atOnceSubject(named, ticket)
                : happy ? messages.happySubject(named, ticket) : messages.unhappySubject(named, ticket);
        String why = Clean.line(new ReasonWriter(portal, language).why(decision), LONGEST_WHY);
        return card(
                new MailHead(subject, title, Clean.line(portal.name(), LONGEST_NAME), why),
                comment(decision),
                facts(decision, named, ticket),
                new MailLink(
                        messages.openCase(), dialog(decision.portal(), decision.supportGroup(), decision.ticketId())));
    }

    /**
     * That the digests of a period were built.
     *
     * @param byGroup how many customers they list, by the names of the groups and in their order
     * @param deferred how many wait for a later digest
     */
    public RequestMail digests(String cpc, Map<String, Long> byGroup, long deferred) {
        long all = byGroup.values().stream().mapToLong(Long::longValue).sum();
        List<Fact> facts = new ArrayList<>();
        byGroup.entrySet().stream()
                .limit(MOST_GROUPS)
                .forEach(group -> facts.add(
                        new Fact(Clean.line(group.getKey(), LONGEST_NAME), language.number(group.getValue()), "")));
        if (byGroup.size() > MOST_GROUPS) {
            int more = byGroup.size() - MOST_GROUPS;
            long listed = byGroup.values().stream()
                    .skip(MOST_GROUPS)
                    .mapToLong(Long::longValue)
                    .sum();
            facts.add(new Fact(messages.moreGroups(more, language.number(more)), language.number(listed), ""));
        }
        String asks = messages.listed(all, language.number(all));
        List<Part> words = deferred == 0
                ? List.of()
                : List.of(new Part("", messages.deferred(deferred, language.number(deferred)), ""));
        return card(
                new MailHead(asks, messages.digests(), Clean.line(portal.name(), LONGEST_NAME), asks),
                words,
                facts,
                new MailLink(messages.openResponses(), pages + "/portals/" + UrlText.encode(cpc) + "/responses"));
    }

    /** A sample that says that it is one. */
    public RequestMail test(String cpc, String channel) {
        return card(
                new MailHead(
                        messages.test(), messages.test(), Clean.line(portal.name(), LONGEST_NAME), messages.testAsks()),
                List.of(),
                List.of(),
                new MailLink(
                        messages.openChannel(),
                        pages + "/portals/" + UrlText.encode(cpc) + "/preferences/channels/"
                                + UrlText.encode(channel)));
    }

    private RequestMail card(MailHead head, List<Part> words, List<Fact> facts, MailLink link) {
        return new RequestMail(tag, head, words, List.copyOf(facts), link, "", messages.colon());
    }

    private List<Part> comment(RecoveryDecided decision) {
        String whole = Clean.lines(decision.response().comment());
        String start = Clean.start(whole, LONGEST_COMMENT);
        return start.isEmpty()
                ? List.of()
                : List.of(new Part(
                        messages.comment(),
                        start.length() == whole.length() ? start : start + " …",
                        Script.direction(start)));
    }

    private List<Fact> facts(RecoveryDecided decision, String group, String ticket) {
        List<Fact> facts = new ArrayList<>();
        Customer customer = decision.response().customer();
        String who = customer == null
                ? ""
                : Stream.of(Clean.line(customer.name(), LONGEST_NAME), Clean.line(customer.company(), LONGEST_NAME))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(", "));
        if (!who.isEmpty()) {
            facts.add(new Fact(messages.customer(), who, ""));
        }
        BigDecimal overall = decision.explanation().overall();
        if (overall != null) {
            facts.add(new Fact(messages.rating(), language.rating(overall, portal), ""));
        }
        String address = UrlText.behind(portal.ticketUrlPrefix(), decision.ticketId());
        facts.add(new Fact(messages.ticket(), ticket, address.length() > LONGEST_ADDRESS ? "" : address));
        facts.add(new Fact(messages.group(), group, ""));
        return facts;
    }

    private String dialog(String cpc, String group, String ticket) {
        return pages + PagePaths.NOTES + "?cpc=" + UrlText.encode(cpc) + "&rgid=" + UrlText.encode(group) + "&tid="
                + UrlText.encode(ticket);
    }
}
