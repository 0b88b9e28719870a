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
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts a digest into words (C5). */
public final class ReportWriter {
    /** Cases that HTML and text list at most. */
    public static final int IN_MAIL = 50;
    /** Cases printed in the PDF. */
    private static final int IN_PDF = 500;

    private final Digest digest;
    private final ReportWords words;
    private final URI pages;
    private final Instant expires;
    private final UnaryOperator<String> token;

    /**
     * @param pages public address of the pages
     * @param expires when the links stop opening
     * @param token signs the link of a response id, or of {@link ReportLink#ALL}
     */
    public ReportWriter(Digest digest, ReportWords words, URI pages, Instant expires, UnaryOperator<String> token) {
        this.digest = digest;
        this.words = words;
        this.pages = pages;
        this.expires = expires;
        this.token = token;
    }

    /**
     * The report as a mail says it: the first cases with all that is known, the next ones in one line each. It says what
     * the PDF has beyond that.
     */
    public RecoveryReport mail(int full, int brief) {
        return report(parts(full, brief, words.of("cut")), more(full, brief));
    }

    /** The same as a mail without a PDF says it. */
    public RecoveryReport alone(int full, int brief) {
        return report(
                parts(full, brief, words.of("cut.alone")),
                words.of(
                        "more.alone",
                        Map.of("shown", full + brief, "total", digest.items().size())));
    }

    /** The report as it is printed: all cases in full, and beyond 500 how many are behind the report's own link. */
    public RecoveryReport print() {
        int total = digest.items().size();
        int printed = Math.min(IN_PDF, total);
        String more = printed == total ? "" : words.of("more.pdf", Map.of("shown", printed, "total", total));
        return report(parts(printed, 0, ""), more);
    }

    private String more(int full, int brief) {
        int total = digest.items().size();
        if (full == total) {
            return "";
        }
        String key = full + brief == total ? "more.brief" : brief == 0 ? "more.mail" : "more.both";
        return words.of(key, Map.of("full", full, "shown", full + brief, "total", total));
    }

    private RecoveryReport report(List<ReportPart> parts, String more) {
        ZoneId zone = digest.preferences().timeZone();
        String portal = Clean.name(digest.preferences().name());
        Map<String, Object> recipient =
                Map.of("name", Clean.name(digest.contact().name()));
        return new RecoveryReport(
                new RecoveryReport.Labels(
                        words.of("write"),
                        words.of("write.all"),
                        words.of("why"),
                        words.of("room"),
                        words.of("page"),
                        words.of("report"),
                        words.of("factors")),
                words.language(),
                subject(),
                words.of("title"),
                portal,
                words.of("for", recipient),
                words.of("greeting", recipient),
                words.of("summary", Map.of("total", digest.items().size(), "asked", asked())),
                words.of(
                        "covers",
                        Map.of(
                                "from", words.time(digest.period().from(), zone),
                                "to", words.time(digest.period().to(), zone),
                                "zone", words.zone(zone))),
                link(ReportLink.ALL),
                parts,
                more,
                digest.refused() == 0 ? "" : words.of("refused", Map.of("n", digest.refused())),
                digest.items().stream().anyMatch(i -> i.marks().contains(DigestMark.NO_CONTACT))
                        ? words.of("admins")
                        : "",
                new RecoveryReport.Footer(
                        words.of("footer.reason", Map.of("portal", portal)),
                        words.of("footer.expires", Map.of("day", words.day(expires, zone)))));
    }

    private String subject() {
        List<String> groups = digest.items().stream()
                .map(i -> Clean.name(i.groupName()))
                .distinct()
                .toList();
        return Clean.line(words.of(
                "subject",
                Map.of(
                        "total",
                        digest.items().size(),
                        "asked",
                        asked(),
                        "first",
                        groups.get(0),
                        "more",
                        groups.size() - 1)));
    }

    private String asked() {
        return ContactWishes.among(digest.items()).in(words);
    }

    /** @param cut what a mail says where it cuts a comment; empty: comments are whole */
    private List<ReportPart> parts(int full, int brief, String cut) {
        CaseWriter writer = new CaseWriter(digest.preferences(), words, this::link, cut);
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
                String name = kind == RecoveryDecided.Kind.RECOVERY ? "unhappy" : "happy";
                parts.add(new ReportPart(words.of("part." + name), name, cases, lines));
            }
        }
        return parts;
    }

    private String link(String response) {
        return pages + PagePaths.NOTES + "?cpc=" + UrlText.encode(digest.portal()) + "&t=" + token.apply(response);
    }
}
