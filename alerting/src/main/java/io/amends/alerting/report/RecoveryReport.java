package io.amends.alerting.report;

import java.util.List;

/**
 * What a digest says, the same in HTML, text and PDF (C5). Absent sentences are empty.
 *
 * @param language the tag of the language that it is written in
 * @param allLink opens the notes of all cases
 */
public record RecoveryReport(
        String language,
        Heading heading,
        Preamble preamble,
        String allLink,
        List<ReportPart> parts,
        Notices notices,
        Footer footer,
        Captions captions) {
    /** Stands in {@link Captions#page} where the number of the page comes. */
    public static final String PAGE = "{page}";
    /** Stands in {@link Captions#page} where the number of pages comes. */
    public static final String PAGES = "{pages}";

    /** What it is about, and whose it is. */
    public record Heading(String subject, String title, String portal) {}

    /**
     * What stands before the cases.
     *
     * @param summary the first line, a sentence
     * @param covers the digest's period in words
     */
    public record Preamble(String recipient, String greeting, String summary, String covers) {}

    /**
     * What is said where it is so.
     *
     * @param more where not all cases are printed: how many are, and where the rest is
     * @param deferred how many cases wait for a later digest, a sentence for each group that has a cap
     * @param refused how many asked not to be contacted
     * @param admins why an admin gets it
     */
    public record Notices(String more, List<String> deferred, String refused, String admins) {}

    /** Why one gets it, and until when its links open. */
    public record Footer(String reason, String expires) {}

    /**
     * The fixed words around the cases.
     *
     * @param colon what stands between a label and what it labels
     */
    public record Captions(
            String write, String writeAll, String why, String room, String page, String factors, String colon) {}
}
