package io.amends.alerting.report;

import java.util.List;

/**
 * What a digest says, the same in HTML, text and PDF (C5). Absent sentences are empty.
 *
 * @param summary the first line, a sentence
 * @param covers recipient's period in words
 * @param more where not all cases are printed: how many are, and where the rest is
 * @param refused how many asked not to be contacted
 * @param admins why an admin gets it
 */
public record RecoveryReport(
        Labels labels,
        String language,
        String subject,
        String title,
        String portal,
        String recipient,
        String greeting,
        String summary,
        String covers,
        String allLink,
        List<ReportPart> parts,
        String more,
        String refused,
        String admins,
        Footer footer) {

    /** The fixed words around the cases. */
    public record Labels(
            String write, String writeAll, String why, String room, String page, String factors) {}

    /** Why one gets it, and until when its links open. */
    public record Footer(String reason, String expires) {}
}
