package io.amends.dashboard.responses;

import io.amends.dashboard.page.Say;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Responses page, all in words and addresses.
 *
 * @param hint what the list in view holds, where its name does not say it all
 * @param asOf when the page was made, with its zone, for paper
 * @param q what is searched, empty for nothing
 * @param faults what cannot be shown of what was asked; then there are no rows
 * @param formKeeps what the form of group and dates asks for besides its own fields
 * @param searchKeeps what the search in the head of the page asks for besides its words
 * @param searchAllUrl the same search without the other filters; null where there are none
 */
public record ResponsesView(
        Headline headline,
        String inView,
        String zone,
        @Nullable String hint,
        String asOf,
        String q,
        List<Fault> faults,
        String plainUrl,
        String csvUrl,
        boolean notesShown,
        boolean filtered,
        List<Kept> formKeeps,
        List<Kept> searchKeeps,
        @Nullable String searchAllUrl,
        DateField from,
        DateField to,
        List<Chip> chips,
        List<Choice> groups,
        List<Removable> removable,
        List<Head> heads,
        List<Row> rows,
        Pager pager,
        String ingestExample) {

    /**
     * The page's first line.
     *
     * @param who how many wait for what, which leads to them; null where nobody does
     * @param rest the rest of the sentence, or all of it
     */
    public record Headline(@Nullable String who, String url, String rest) {}

    /**
     * What is wrong with what was asked.
     *
     * @param field the id of the field that it is about; null where there is no such field
     */
    public record Fault(String words, @Nullable String field) {}

    /** A hidden field of a form. */
    public record Kept(String name, String value) {}

    /**
     * The field of a date.
     *
     * @param text what was written, which need not be a date
     * @param isDate whether a browser's field for dates can hold it
     * @param error what is wrong with it
     */
    public record DateField(String text, boolean isDate, @Nullable String error) {}

    /** One of the srn filters. */
    public record Chip(String label, String url, boolean current) {}

    /** One of the support groups. */
    public record Choice(String code, String name, boolean selected) {}

    /** A filter in force, and the address without it. */
    public record Removable(String label, String url) {}

    /** A column's head. */
    public record Head(
            String label, @Nullable String url, String style, @Nullable String sorted, @Nullable String arrow) {}

    /** One response. */
    public record Row(
            String id,
            String customer,
            @Nullable String company,
            Say.Moment when,
            String overall,
            boolean low,
            @Nullable Tag tag,
            List<String> factors,
            @Nullable String moreFactors,
            @Nullable String comment,
            @Nullable String language,
            @Nullable NoteLine note,
            String group,
            String ticket,
            String agent,
            String notesUrl,
            String whyUrl) {}

    /** A state in a word. */
    public record Tag(String word, String state) {}

    /** The newest note. */
    public record NoteLine(String author, String text, String spoke, Say.Moment when) {}

    /** Where in the report this page is. */
    public record Pager(String label, @Nullable String previous, @Nullable String next) {}
}
