package io.amends.dashboard.responses;

import io.amends.dashboard.page.Say;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Responses page, all in words and addresses. */
public record ResponsesView(
        String headline,
        String inView,
        List<String> errors,
        String plainUrl,
        String csvUrl,
        String srn,
        boolean notesShown,
        boolean filtered,
        @Nullable String sort,
        @Nullable String q,
        String from,
        String to,
        List<Chip> chips,
        List<Choice> groups,
        List<Removable> removable,
        List<Head> heads,
        List<Row> rows,
        Pager pager,
        String ingestExample) {

    /** The same with what was written into the form, though it cannot be shown: it is there to be corrected. */
    ResponsesView asked(@Nullable String search, @Nullable String first, @Nullable String last) {
        return new ResponsesView(
                headline,
                inView,
                errors,
                plainUrl,
                csvUrl,
                srn,
                notesShown,
                filtered,
                sort,
                search,
                first == null ? "" : first,
                last == null ? "" : last,
                chips,
                groups,
                removable,
                heads,
                rows,
                pager,
                ingestExample);
    }

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
