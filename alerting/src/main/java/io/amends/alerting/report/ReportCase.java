package io.amends.alerting.report;

import java.util.List;

/**
 * One case as a digest prints it. Texts are clean but not escaped; what is not known is empty and leaves no hole.
 *
 * @param link opens the notes of this case
 */
public record ReportCase(CaseHeading heading, Verbatim verbatim, CaseDetails details, String link) {

    /**
     * Who it is, and how urgent.
     *
     * @param number from 1, over all parts
     * @param anchor a name for bookmarks within the report
     * @param score such as "1 of 5"
     * @param marks short words such as "Late"
     */
    public record CaseHeading(
            int number,
            String anchor,
            String customer,
            String company,
            String score,
            boolean urgent,
            List<String> marks) {}

    /**
     * What the customer wrote.
     *
     * @param cut says that the text goes on elsewhere; empty where it is whole
     * @param direction ltr or rtl
     * @param script ja, ko, zh or empty
     */
    public record Verbatim(String text, String cut, String direction, String script) {}

    /**
     * What else is known.
     *
     * @param choice whether the customer asked to be contacted, and how
     * @param why the stored sentence of the decision
     */
    public record CaseDetails(List<String> factors, String choice, List<Fact> facts, String why) {}

    /** A labelled detail; the link is empty where there is none. */
    public record Fact(String label, String value, String link) {}
}
