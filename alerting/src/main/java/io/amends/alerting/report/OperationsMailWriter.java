package io.amends.alerting.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.alerting.report.RequestMail.Fact;
import io.amends.alerting.report.RequestMail.MailHead;
import io.amends.alerting.report.RequestMail.MailLink;
import io.amends.alerting.report.RequestMail.Part;
import io.amends.contracts.Delivered;
import io.amends.contracts.OriginKind;
import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.QuarantineWaiting.ReasonCount;
import io.amends.contracts.SignalOrigin;
import io.amends.contracts.SourceSilence;
import io.amends.contracts.api.ChannelStatus.SwitchedOff;
import io.amends.contracts.directory.Portal;
import java.net.URI;
import java.net.URLEncoder;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the mails to a portal's admins about silent sources and what waits in quarantine (A7, A11). Pure. */
public final class OperationsMailWriter {
    private static final long MINUTES_AS_SUCH = 120;
    private static final long HOURS_AS_SUCH = 48;
    private static final String FROM_LEFT = "ltr";

    private final OperationsMessages messages;
    private final Locale locale;
    private final URI pages;

    /**
     * @param messages in the language of the locale
     * @param pages public address of the pages, without a slash at its end
     */
    public OperationsMailWriter(OperationsMessages messages, Locale locale, URI pages) {
        this.messages = messages;
        this.locale = locale;
        this.pages = pages;
    }

    /** That somebody is silent. */
    public RequestMail silent(SourceSilence told, Portal portal) {
        String name = Clean.name(told.origin().name());
        Duration silence = Duration.between(told.silentSince(), told.at());
        String asks =
                switch (Unit.of(silence)) {
                    case MINUTES -> messages.silentMinutes(name, silence.toMinutes());
                    case HOURS -> messages.silentHours(name, silence.toHours());
                    case DAYS -> messages.silentDays(name, silence.toDays());
                };
        return mail(
                new MailHead(messages.silentSubject(name), messages.silentTitle(), Clean.name(portal.name()), asks),
                List.of(
                        new Part(messages.whatToDo(), messages.silentAdvice(), FROM_LEFT),
                        new Part(messages.howFound(), messages.method(told.weeks()), FROM_LEFT)),
                facts(told, portal, false),
                link(told.portal(), told.origin()));
    }

    /** That somebody sends again. */
    public RequestMail heard(SourceSilence told, Portal portal) {
        String name = Clean.name(told.origin().name());
        Duration silence = Duration.between(told.silentSince(), told.lastHeardAt());
        String asks =
                switch (Unit.of(silence)) {
                    case MINUTES -> messages.heardMinutes(name, silence.toMinutes());
                    case HOURS -> messages.heardHours(name, silence.toHours());
                    case DAYS -> messages.heardDays(name, silence.toDays());
                };
        return mail(
                new MailHead(messages.heardSubject(name), messages.heardTitle(), Clean.name(portal.name()), asks),
                List.of(new Part(messages.whatToDo(), messages.heardAdvice(), FROM_LEFT)),
                facts(told, portal, true),
                link(told.portal(), told.origin()));
    }

    /** That responses wait. */
    public RequestMail waiting(QuarantineWaiting told, Portal portal) {
        List<Fact> facts = new ArrayList<>();
        for (ReasonCount reason : told.reasons()) {
            facts.add(new Fact(field(reason.pointer()), number(reason.responses()), ""));
        }
        facts.add(new Fact(messages.waitingInAll(), number(told.waiting()), ""));
        return mail(
                new MailHead(
                        messages.waitingSubject(told.waiting(), number(told.waiting())),
                        messages.waitingTitle(),
                        Clean.name(portal.name()),
                        messages.waitingAsks(told.fresh(), number(told.fresh()))),
                List.of(new Part(messages.whatToDo(), messages.waitingAdvice(), FROM_LEFT)),
                facts,
                new MailLink(messages.openQuarantine(), page(told.portal(), "quarantine")));
    }

    /**
     * A channel that was switched off by itself (C8).
     *
     * @param lastOk when a post was last taken; null: never
     * @param error what the last one met
     */
    public record ChannelOff(
            String portal, String code, String name, SwitchedOff off, @Nullable Instant lastOk, String error) {}

    /** That a channel was switched off. */
    public RequestMail channelOff(ChannelOff told, Portal portal) {
        String name = Clean.name(told.name());
        Instant lastOk = told.lastOk();
        return mail(
                new MailHead(
                        messages.offSubject(name),
                        messages.offTitle(),
                        Clean.name(portal.name()),
                        switch (told.off().why()) {
                            case FAILING -> messages.offFailing(name);
                            case GONE -> messages.offGone(name);
                        }),
                List.of(new Part(messages.whatToDo(), messages.offAdvice(), FROM_LEFT)),
                List.of(
                        new Fact(messages.channel(), name, ""),
                        new Fact(
                                messages.lastTaken(),
                                lastOk == null ? messages.never() : time(lastOk, portal.timeZone()),
                                ""),
                        new Fact(messages.lastError(), Clean.name(told.error()), "")),
                new MailLink(
                        messages.openChannel(),
                        page(told.portal(), "preferences/channels/" + encoded(told.code()) + "/connection")));
    }

    /**
     * That messages did not go out.
     *
     * @param dead how many, by their channel
     */
    public RequestMail dead(Map<Delivered.Channel, Long> dead, Portal portal, String cpc) {
        long all = dead.values().stream().mapToLong(n -> n).sum();
        return mail(
                new MailHead(
                        messages.deadSubject(all, number(all)),
                        messages.deadTitle(),
                        Clean.name(portal.name()),
                        messages.deadAsks()),
                List.of(new Part(messages.whatToDo(), messages.deadAdvice(), FROM_LEFT)),
                dead.entrySet().stream()
                        .map(channel -> new Fact(channel(channel.getKey()), number(channel.getValue()), ""))
                        .toList(),
                new MailLink(messages.openDeliveries(), page(cpc, "deliveries?state=FAILED")));
    }

    private String channel(Delivered.Channel channel) {
        return switch (channel) {
            case EMAIL -> messages.emails();
            case SMS -> messages.textMessages();
            case TEAMS, SLACK, WEBHOOK -> messages.posts();
        };
    }

    /** In what a length of time is said. */
    private enum Unit {
        MINUTES,
        HOURS,
        DAYS;

        static Unit of(Duration time) {
            if (time.toMinutes() < MINUTES_AS_SUCH) {
                return MINUTES;
            }
            return time.toHours() < HOURS_AS_SUCH ? HOURS : DAYS;
        }
    }

    private RequestMail mail(MailHead head, List<Part> words, List<Fact> facts, MailLink link) {
        return new RequestMail(
                locale.getLanguage(),
                head,
                words,
                List.copyOf(facts),
                link,
                messages.reason(head.portal()),
                messages.colon());
    }

    private List<Fact> facts(SourceSilence told, Portal portal, boolean over) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(kind(told.origin().kind()), Clean.name(told.origin().name()), ""));
        facts.add(new Fact(messages.silentSince(), time(told.silentSince(), portal.timeZone()), ""));
        if (over) {
            facts.add(new Fact(messages.heardAgain(), time(told.lastHeardAt(), portal.timeZone()), ""));
        }
        facts.add(new Fact(messages.missing(), messages.about(told.missing(), number(told.missing())), ""));
        facts.add(new Fact(messages.usual(), messages.aWeek(told.eventsAWeek(), number(told.eventsAWeek())), ""));
        return facts;
    }

    private String kind(OriginKind kind) {
        return switch (kind) {
            case SOURCE -> messages.source();
            case KEY -> messages.key();
            case EVENT_SOURCE -> messages.program();
        };
    }

    private String field(String pointer) {
        return switch (pointer) {
            case "/ticketId" -> messages.ticketId();
            case "/supportGroup" -> messages.supportGroup();
            case "/segment" -> messages.segment();
            case "/measures" -> messages.measures();
            case "/submittedAt", "/updatedAt" -> messages.dates();
            default -> messages.somethingElse(); // what a later version finds wrong
        };
    }

    private MailLink link(String portal, SignalOrigin origin) {
        return switch (origin.kind()) {
            case SOURCE ->
                new MailLink(messages.openSource(), page(portal, "preferences/sources/" + encoded(origin.id())));
            case KEY -> new MailLink(messages.openKeys(), page(portal, "keys"));
            case EVENT_SOURCE -> new MailLink(messages.openSources(), page(portal, "preferences/sources"));
        };
    }

    private String page(String portal, String path) {
        return pages + "/portals/" + encoded(portal) + "/" + path;
    }

    private String time(Instant at, ZoneId zone) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
        return messages.timeAndZone(time, zone.getId());
    }

    private String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
