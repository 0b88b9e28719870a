package io.amends.dashboard.responses.report;

import io.amends.contracts.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the survey responses report is asked for (F1).
 *
 * @param from first local date, included
 * @param to last local date, included
 * @param rgid support group
 * @param q searched in customer, company, email, ticket, response id, agent, factors, tags and comment
 */
public record ReportQuery(
        Srn srn,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String rgid,
        @Nullable String q,
        Sort sort) {
    private static final int LONGEST_SEARCH = 200;

    /** The query as it was written in an address. */
    public record Written(
            @Nullable String srn,
            @Nullable String from,
            @Nullable String to,
            @Nullable String rgid,
            @Nullable String q,
            @Nullable String sort) {}

    /** Either a query, or every reason why there is none. */
    public sealed interface Reading {
        record Ok(ReportQuery query) implements Reading {}

        record Wrong(List<Reason> reasons) implements Reading {}
    }

    /** Reads a written query; an empty field asks for nothing. */
    public static Reading read(Written written) {
        List<Reason> wrong = new ArrayList<>();
        Optional<Srn> srn = Srn.of(written.srn());
        if (srn.isEmpty()) {
            wrong.add(new Reason("/srn", "srn is one of y, r, x, w, v, s and n"));
        }
        Optional<Sort> sort = Sort.of(written.sort());
        if (sort.isEmpty()) {
            wrong.add(new Reason(
                    "/sort", "sort is received, overall, group or customer, with a minus sign for descending"));
        }
        LocalDate from = date("from", written.from(), wrong);
        LocalDate to = date("to", written.to(), wrong);
        if (from != null && to != null && to.isBefore(from)) {
            wrong.add(new Reason("/to", "to is before from"));
        }
        String q = textOrNull(written.q());
        if (q != null && q.length() > LONGEST_SEARCH) {
            wrong.add(new Reason("/q", "a search has at most " + LONGEST_SEARCH + " characters"));
        }
        if (!wrong.isEmpty()) {
            return new Reading.Wrong(List.copyOf(wrong));
        }
        return new Reading.Ok(new ReportQuery(
                srn.orElse(Srn.N), from, to, textOrNull(written.rgid()), q, sort.orElse(Sort.NEWEST_FIRST)));
    }

    private static @Nullable LocalDate date(String field, @Nullable String written, List<Reason> wrong) {
        String text = textOrNull(written);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below, in words.
        }
        wrong.add(new Reason("/" + field, field + " is a date such as 2026-11-20"));
        return null;
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
