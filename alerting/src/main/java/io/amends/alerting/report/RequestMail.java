package io.amends.alerting.report;

import java.util.List;

/**
 * What the mail about an urgent request says, the same in HTML and text (A9, C7). Absent words are empty.
 *
 * @param language the tag of the language that it is written in
 * @param words what staff wrote, part by part
 */
public record RequestMail(
        String language, MailHead head, List<Part> words, List<Fact> facts, MailLink link, String reason) {

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
