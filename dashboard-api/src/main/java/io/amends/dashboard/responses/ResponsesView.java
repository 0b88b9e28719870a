package io.amends.dashboard.responses;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Responses page, all in words and addresses.
 *
 * @param faults what cannot be shown of what was asked; then the table has no rows
 * @param empty what is said where there is no response, and nothing is narrowed
 */
public record ResponsesView(
        Headline headline, Summary summary, List<Fault> faults, Filters filters, Table table, Empty empty) {

    /**
     * What is said to whoever has no responses yet.
     *
     * @param ingest the address that takes surveys; null for whoever cannot send any
     */
    public record Empty(String title, String words, @Nullable String ingest) {}

    /**
     * The page's first line.
     *
     * @param who how many wait for what, which leads to them; null where nobody does
     * @param rest the rest of the sentence, or all of it
     */
    public record Headline(@Nullable String who, String url, String rest) {}

    /**
     * The page's second line.
     *
     * @param inView how many responses there are
     * @param zone whose time all times are
     * @param asOf when the page was made, with its zone, for paper
     * @param moveUrl where these responses are given to another support group; null for who may neither do nor propose it,
     *     and where there are none
     */
    public record Summary(String inView, String zone, String asOf, @Nullable String moveUrl) {}

    /**
     * What is wrong with what was asked.
     *
     * @param field the id of the field that it is about; null where there is no such field
     */
    public record Fault(String words, @Nullable String field) {}

    /**
     * What the page is narrowed to, and how to narrow it to something else.
     *
     * @param lists the srn filters
     * @param hint what the list in view holds, where its name does not say it all
     * @param removable the other filters in force
     * @param active whether anything is narrowed at all
     * @param plainUrl the page without filters
     * @param csvUrl the same responses as CSV
     */
    public record Filters(
            List<Chip> lists,
            @Nullable String hint,
            Form form,
            Search search,
            List<Removable> removable,
            boolean active,
            String plainUrl,
            String csvUrl) {}

    /**
     * The form of group and dates.
     *
     * @param kept what it asks for besides its own fields
     */
    public record Form(List<Choice> groups, DateField from, DateField to, List<HiddenField> kept) {}

    /**
     * The search in the head of the page.
     *
     * @param words what is searched, empty for nothing
     * @param kept what it asks for besides its words
     * @param allUrl the same search without the other filters; null where there are none
     */
    public record Search(String words, List<HiddenField> kept, @Nullable String allUrl) {}

    /** A hidden field of a form. */
    public record HiddenField(String name, String value) {}

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

    /**
     * The responses.
     *
     * @param notesShown whether there is a column of notes
     */
    public record Table(List<Head> heads, List<Row> rows, boolean notesShown, Pager pager) {}

    /** A column's head. */
    public record Head(
            String label, @Nullable String url, String style, @Nullable String sorted, @Nullable String arrow) {}

    /**
     * One response.
     *
     * @param comment null where the customer left none
     * @param note the newest; null where there is none
     */
    public record Row(
            String id,
            Formats.Moment when,
            Customer customer,
            Rating rating,
            Factors factors,
            @Nullable Comment comment,
            @Nullable NoteLine note,
            Ticket ticket) {}

    /**
     * Who it was.
     *
     * @param notesUrl the notes dialog of this response
     */
    public record Customer(String name, @Nullable String company, String notesUrl) {}

    /**
     * How the customer rated.
     *
     * @param low whether it is at or below the threshold that its group has today; the threshold by which it was decided
     *     is on the page Why
     * @param whyUrl why it was decided as it was
     */
    public record Rating(String overall, boolean low, @Nullable Tag tag, String whyUrl) {}

    /**
     * The experience factors.
     *
     * @param more how many there are besides; null where all are shown
     */
    public record Factors(List<String> shown, @Nullable String more) {}

    /** What the customer wrote. */
    public record Comment(String text, @Nullable String language) {}

    /** What it was about, and who worked on it. */
    public record Ticket(String id, String group, String agent) {}

    /** A state in a word. */
    public record Tag(String word, String state) {}

    /** The newest note. */
    public record NoteLine(String author, String text, String spoke, Formats.Moment when) {}

    /** Where in the report this page is. */
    public record Pager(String label, @Nullable String previous, @Nullable String next) {}
}
