package io.amends.alerting.report;

import java.util.List;

/**
 * What an alert says, the same in HTML and text: of an urgent request (A9, C7), or of what admins must know (A7, A11). Absent
 * words are empty.
 *
 * @param language the tag of the language that it is written in
 * @param words part by part, such as what staff wrote
 * @param colon what stands between a label and what it labels
 */
public record RequestMail(
        String language,
        MailHead head,
        List<Part> words,
        List<Fact> facts,
        MailLink link,
        String reason,
        String colon) {

    /** What it is about, and whose it is. */
    public record MailHead(String subject, String title, String portal, String asks) {}

    /**
     * Words of others under a heading.
     *
     * @param direction {@code rtl} or {@code ltr}
     */
    public record Part(String heading, String text, String direction) {}

    /** One fact; without a link it is empty. */
    public record Fact(String label, String value, String link) {}

    /** The button. */
    public record MailLink(String label, String url) {}
}
