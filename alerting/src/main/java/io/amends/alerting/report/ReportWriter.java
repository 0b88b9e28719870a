package io.amends.alerting.report;

import io.amends.alerting.digest.Digest;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.api.PagePaths;
import io.amends.kit.link.ReportLink;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts a digest into words (C5). */
public final class ReportWriter {
    /** Cases that HTML and text list at most. */
    public static final int IN_MAIL = 50;
    /** Cases printed in the PDF. */
    private static final int IN_PDF = 500;

    private final Digest digest;
    private final DigestLanguage language;
    private final DigestMessages messages;
    private final URI pages;
    private final Instant expires;
    private final UnaryOperator<String> token;

    /**
     * @param pages public address of the pages
     * @param expires when the links stop opening
     * @param token signs the link of a response id, or of {@link ReportLink#ALL}
     */
    public ReportWriter(
            Digest digest, DigestLanguage language, URI pages, Instant expires, UnaryOperator<String> token) {
        this.digest = digest;
        this.language = language;
        this.messages = language.messages();
        this.pages = pages;
        this.expires = expires;
        this.token = token;
    }

    /**
     * The report as a mail says it: the first cases with all that is known, the next ones in one line each. It says what
     * the PDF has beyond that.
     */
    public RecoveryReport mail(int full, int brief) {
        return report(parts(full, brief, messages.restInPdf()), more(full, brief));
    }

    /** The same as a mail without a PDF says it. */
    public RecoveryReport alone(int full, int brief) {
        return report(
                parts(full, brief, messages.restBehindLink()),
                messages.moreWithoutPdf(language.number(full + brief), language.number(total())));
    }

    /** The report as it is printed: all cases in full, and beyond 500 how many are behind the report's own link. */
    public RecoveryReport print() {
        int printed = Math.min(IN_PDF, total());
        String more =
                printed == total() ? "" : messages.moreBehindLink(language.number(printed), language.number(total()));
        return report(parts(printed, 0, ""), more);
    }

    private int total() {
        return digest.items().size();
    }

    private String more(int full, int brief) {
        String shown = language.number(full + brief);
        String total = language.number(total());
        if (full == total()) {
            return "";
        }
        if (full + brief == total()) {
            return messages.othersBrief(language.number(full), total);
        }
        return brief == 0
                ? messages.moreInPdf(shown, total)
                : messages.moreInPdfAndBrief(shown, language.number(full), total);
    }

    private RecoveryReport report(List<ReportPart> parts, String more) {
        ZoneId zone = digest.source().preferences().timeZone();
        String portal = Clean.name(digest.source().preferences().name());
        String recipient = Clean.name(digest.recipient().contact().name());
        return new RecoveryReport(
                language.tag(),
                new RecoveryReport.Heading(subject(), messages.title(), portal),
                new RecoveryReport.Preamble(
                        messages.recipient(recipient),
                        messages.greeting(recipient),
                        messages.summary(total(), language.number(total()), asked()),
                        messages.covers(
                                language.time(digest.period().from(), zone),
                                language.time(digest.period().to(), zone),
                                language.zone(zone))),
                link(ReportLink.ALL),
                parts,
                new RecoveryReport.Notices(more, deferred(), refused(), admins()),
                new RecoveryReport.Footer(
                        messages.reason(portal), messages.linksOpenUntil(language.day(expires, zone))),
                captions());
    }

    private RecoveryReport.Captions captions() {
        return new RecoveryReport.Captions(
                messages.write(),
                messages.writeAll(),
                messages.why(),
                messages.roomForNotes(),
                messages.page(RecoveryReport.PAGE, RecoveryReport.PAGES),
                messages.factors(),
                messages.colon());
    }

    private List<String> deferred() {
        return digest.deferred().stream().map(this::deferred).toList();
    }

    private String deferred(Digest.Deferral group) {
        String name = Clean.name(group.groupName());
        int waiting = group.cases().size();
        String shown = language.number(waiting);
        if (group.dailyCap() == 0) {
            return messages.capOfNone(waiting, shown, name);
        }
        if (group.also()) {
            return messages.alsoDeferred(waiting, shown, name, language.number(group.dailyCap()));
        }
        int digests = (waiting + group.dailyCap() - 1) / group.dailyCap();
        return messages.deferred(
                waiting, shown, name, language.number(group.dailyCap()), digests, language.number(digests));
    }

    private String refused() {
        int refused = digest.refused();
        return refused == 0 ? "" : messages.refused(refused, language.number(refused));
    }

    private String admins() {
        return digest.items().stream().anyMatch(i -> i.marks().contains(DigestMark.NO_CONTACT))
                ? messages.asAdmin()
                : "";
    }

    private String subject() {
        List<String> groups = Stream.concat(
                        digest.items().stream().map(Digest.Item::groupName),
                        // Where it lists none, it says of which groups none can be listed yet.
                        digest.items().isEmpty()
                                ? digest.deferred().stream().map(Digest.Deferral::groupName)
                                : Stream.empty())
                .map(Clean::name)
                .distinct()
                .toList();
        int more = groups.size() - 1;
        return Clean.line(messages.subject(
                total(), language.number(total()), asked(), groups.get(0), more, language.number(more)));
    }

    private String asked() {
        return ContactWishes.among(digest.items()).in(language);
    }

    /** @param cut what a mail says where it cuts a comment; empty: comments are whole */
    private List<ReportPart> parts(int full, int brief, String cut) {
        CaseWriter writer = new CaseWriter(
                digest.source().preferences(), language, digest.period().to(), this::link, cut);
        List<ReportPart> parts = new ArrayList<>();
        int number = 0;
        for (RecoveryDecided.Kind kind : List.of(RecoveryDecided.Kind.RECOVERY, RecoveryDecided.Kind.OPPORTUNITY)) {
            List<ReportCase> cases = new ArrayList<>();
            List<BriefCase> lines = new ArrayList<>();
            for (Digest.Item item : digest.items().subList(0, full + brief)) {
                if (item.decision().kind() == kind) {
                    number++;
                    if (number <= full) {
                        cases.add(writer.write(number, item));
                    } else {
                        lines.add(writer.brief(number, item));
                    }
                }
            }
            if (!cases.isEmpty() || !lines.isEmpty()) {
                boolean unhappy = kind == RecoveryDecided.Kind.RECOVERY;
                parts.add(new ReportPart(
                        unhappy ? messages.unhappyCustomers() : messages.happyCustomers(),
                        unhappy ? "unhappy" : "happy",
                        cases,
                        lines));
            }
        }
        return parts;
    }

    private String link(String response) {
        return pages + PagePaths.NOTES + "?cpc="
                + UrlText.encode(digest.source().code()) + "&t=" + token.apply(response);
    }
}
