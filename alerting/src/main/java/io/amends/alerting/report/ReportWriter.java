package io.amends.alerting.report;

import io.amends.alerting.digest.Digest;
import io.amends.alerting.digest.Mark;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts a digest into words (C5). */
public final class ReportWriter {
    /** Cases printed in HTML and text. */
    public static final int IN_MAIL = 50;
    /** Cases printed in the PDF. */
    public static final int IN_PDF = 500;

    private final Digest digest;
    private final Words words;
    private final URI pages;
    private final Instant expires;
    private final UnaryOperator<String> token;

    /**
     * @param pages public address of the pages
     * @param expires when the links stop opening
     * @param token signs the link of a response id, or of {@code *} for all
     */
    public ReportWriter(Digest digest, Words words, URI pages, Instant expires, UnaryOperator<String> token) {
        this.digest = digest;
        this.words = words;
        this.pages = pages;
        this.expires = expires;
        this.token = token;
    }

    /** The report with its first cases; the rest is said to be in the PDF, or behind the report's own link. */
    public Report upTo(int cases, boolean mail) {
        int total = digest.items().size();
        ZoneId zone = digest.preferences().timeZone();
        String portal = Clean.line(digest.preferences().name());
        List<Digest.Item> shown = digest.items().subList(0, Math.min(cases, total));
        return new Report(
                new Report.Labels(
                        words.of("write"),
                        words.of("write.all"),
                        words.of("why"),
                        words.of("room"),
                        words.of("page"),
                        words.of("report")),
                words.language(),
                subject(),
                words.of("title"),
                portal,
                words.of("for", Map.of("name", Clean.line(digest.contact().name()))),
                words.of("greeting", Map.of("name", Clean.line(digest.contact().name()))),
                words.of("summary", Map.of("total", total, "yes", asked())),
                words.of(
                        "covers",
                        Map.of(
                                "from", words.time(digest.period().from(), zone),
                                "to", words.time(digest.period().to(), zone),
                                "zone", words.zone(zone))),
                link("*"),
                parts(shown),
                shown.size() == total
                        ? ""
                        : words.of(mail ? "more.mail" : "more.pdf", Map.of("shown", shown.size(), "total", total)),
                digest.refused() == 0 ? "" : words.of("refused", Map.of("n", digest.refused())),
                digest.items().stream().anyMatch(i -> i.marks().contains(Mark.NO_CONTACT)) ? words.of("admins") : "",
                new Report.Footer(
                        words.of("footer.reason", Map.of("portal", portal)),
                        words.of("footer.expires", Map.of("day", words.day(expires, zone)))));
    }

    private String subject() {
        List<String> groups = digest.items().stream()
                .map(i -> Clean.line(i.groupName()))
                .distinct()
                .toList();
        return Clean.line(words.of(
                "subject",
                Map.of(
                        "total",
                        digest.items().size(),
                        "yes",
                        asked(),
                        "first",
                        groups.get(0),
                        "more",
                        groups.size() - 1)));
    }

    private long asked() {
        return digest.items().stream()
                .filter(i -> i.decision().response().contactChoice() == ContactChoice.YES)
                .count();
    }

    private List<ReportPart> parts(List<Digest.Item> shown) {
        CaseWriter writer = new CaseWriter(digest.preferences(), words, this::link);
        List<ReportPart> parts = new ArrayList<>();
        int number = 0;
        for (RecoveryDecided.Kind kind : List.of(RecoveryDecided.Kind.RECOVERY, RecoveryDecided.Kind.OPPORTUNITY)) {
            List<ReportCase> cases = new ArrayList<>();
            for (Digest.Item item : shown) {
                if (item.decision().kind() == kind) {
                    cases.add(writer.write(++number, item));
                }
            }
            if (!cases.isEmpty()) {
                String name = kind == RecoveryDecided.Kind.RECOVERY ? "unhappy" : "happy";
                parts.add(new ReportPart(words.of("part." + name), name, cases));
            }
        }
        return parts;
    }

    private String link(String response) {
        return pages + "/service-recovery-notes?cpc=" + UrlText.encode(digest.portal()) + "&t=" + token.apply(response);
    }
}
