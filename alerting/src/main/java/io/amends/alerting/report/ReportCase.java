package io.amends.alerting.report;

import java.util.List;

/**
 * One case as a digest prints it. Texts are clean but not escaped; what is not known is empty and leaves no hole.
 *
 * @param number from 1, over all parts
 * @param anchor a name for bookmarks within the report
 * @param score such as "1 of 5"
 * @param marks short words such as "Late"
 * @param cut says that the comment goes on elsewhere; empty where it is whole
 * @param direction of the comment: ltr or rtl
 * @param script of the comment: ja, ko, zh or empty
 * @param why the stored sentence of the decision
 * @param link opens the notes of this case
 */
public record ReportCase(
        int number,
        String anchor,
        String customer,
        String company,
        String score,
        boolean urgent,
        List<String> marks,
        String comment,
        String cut,
        String direction,
        String script,
        List<String> factors,
        String choice,
        List<Fact> facts,
        String why,
        String link) {

    /** A labelled detail; the link is empty where there is none. */
    public record Fact(String label, String value, String link) {}
}
