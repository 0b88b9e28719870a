package io.amends.alerting.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.alerting.report.RequestMail.Fact;
import io.amends.alerting.report.RequestMail.MailHead;
import io.amends.alerting.report.RequestMail.MailLink;
import io.amends.alerting.report.RequestMail.Part;
import io.amends.contracts.Customer;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.api.PagePaths;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import java.net.URI;
import java.net.URLEncoder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the mail about an urgent request, for one reader (A9, C7). Pure. */
public final class RequestMailWriter {
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_POSTED = 600;

    private final AlertMessages messages;
    private final Locale locale;
    private final URI pages;

    /**
     * @param messages in the language of the locale
     * @param pages public address of the pages, without a slash at its end
     */
    public RequestMailWriter(AlertMessages messages, Locale locale, URI pages) {
        this.messages = messages;
        this.locale = locale;
        this.pages = pages;
    }

    /**
     * The mail.
     *
     * @param group the support group by its name
     * @param admin whether the reader is an admin, since nobody of the group can be reached
     */
    public RequestMail mail(RequestFiled request, Portal portal, String group, Contact reader, boolean admin) {
        String named = Clean.name(group);
        ZoneId zone = reader.timeZone() == null ? portal.timeZone() : reader.timeZone();
        return written(
                request,
                portal,
                named,
                zone,
                LONGEST_WORDS,
                admin ? messages.reasonAdmin(Clean.name(portal.name()), named) : messages.reason(named));
    }

    /** The same for a chat room (C8), which is nobody in particular. */
    public RequestMail post(RequestFiled request, Portal portal, String group) {
        return written(request, portal, Clean.name(group), portal.timeZone(), LONGEST_POSTED, "");
    }

    private RequestMail written(
            RequestFiled request, Portal portal, String named, ZoneId zone, int longest, String reason) {
        String ticket = Clean.name(request.ticketId());
        List<Part> words = new ArrayList<>();
        add(words, messages.why(), request.description(), longest);
        add(words, messages.questions(), request.questions() == null ? "" : request.questions(), longest);
        return new RequestMail(
                locale.getLanguage(),
                new MailHead(
                        request.format() == RequestFormat.CALL
                                ? messages.subjectCall(named, ticket)
                                : messages.subjectEmail(named, ticket),
                        messages.title(),
                        Clean.name(portal.name()),
                        asks(request, ticket)),
                List.copyOf(words),
                facts(request, portal, named, zone),
                new MailLink(messages.openCase(), dialog(request)),
                reason,
                messages.colon());
    }

    private String asks(RequestFiled request, String ticket) {
        String author = Clean.name(request.author());
        boolean unhappy = request.type() == RequestType.NEGATIVE_REVIEW_RECOVERY;
        return switch (request.format()) {
            case CALL -> unhappy ? messages.callUnhappy(author, ticket) : messages.callDelighted(author, ticket);
            case EMAIL -> unhappy ? messages.writeUnhappy(author, ticket) : messages.writeDelighted(author, ticket);
        };
    }

    private List<Fact> facts(RequestFiled request, Portal portal, String group, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        Customer customer = request.customer();
        if (customer != null && customer.name() != null) {
            facts.add(new Fact(messages.customer(), Clean.name(customer.name()), ""));
        }
        String prefix = portal.ticketUrlPrefix();
        facts.add(new Fact(
                messages.ticket(),
                Clean.name(request.ticketId()),
                prefix == null ? "" : prefix + encoded(request.ticketId())));
        facts.add(new Fact(messages.group(), group, ""));
        if (request.region() != null) {
            facts.add(new Fact(messages.region(), Clean.name(request.region()), ""));
        }
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(request.filedAt().atZone(zone));
        facts.add(new Fact(messages.filed(), messages.timeAndZone(time, zone.getId()), ""));
        return List.copyOf(facts);
    }

    private static void add(List<Part> words, String heading, String text, int longest) {
        String clean = Clean.lines(text);
        if (!clean.isEmpty()) {
            String shown = clean.length() > longest ? Clean.lines(clean.substring(0, longest)) + "…" : clean;
            words.add(new Part(heading, shown, Script.direction(shown)));
        }
    }

    private String dialog(RequestFiled request) {
        return pages + PagePaths.NOTES + "?cpc=" + encoded(request.portal()) + "&rgid="
                + encoded(request.supportGroup()) + "&tid=" + encoded(request.ticketId());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
