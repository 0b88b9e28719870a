package io.amends.dashboard.responses.core;

import io.amends.contracts.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the survey responses report is asked for (F1).
 *
 * @param waiting only whose case is open, who is to be contacted, and whom nobody has spoken to yet
 * @param from first local date, included
 * @param to last local date, included
 * @param rgid support group
 * @param q searched in customer, company, email, ticket, response id, agent, factors, tags and comment
 */
public record ReportQuery(
        Srn srn,
        boolean waiting,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String rgid,
        @Nullable String q,
        Sort sort) {
    private static final int LONGEST_SEARCH = 200;

    /** The query as it was written in an address. */
    public record Input(
            @Nullable String srn,
            @Nullable String waiting,
            @Nullable String from,
            @Nullable String to,
            @Nullable String rgid,
            @Nullable String q,
            @Nullable String sort) {
        /** The words as they were typed; empty for none. */
        public String search() {
            return q == null ? "" : q.strip();
        }
    }

    /** What can be wrong with a written query. */
    public enum Fault {
        SRN("srn", "srn is one of y, r, x, w, v, s and n"),
        WAITING("waiting", "waiting is yes, or left out"),
        FROM("from", "from is a date such as 2026-11-20"),
        TO("to", "to is a date such as 2026-11-20"),
        REVERSED("to", "to is before from"),
        SEARCH("q", "a search has at most " + LONGEST_SEARCH + " characters"),
        SORT("sort", "sort is received, overall, group or customer, with a minus sign for descending");

        private final String parameter;
        private final String words;

        Fault(String parameter, String words) {
            this.parameter = parameter;
            this.words = words;
        }

        /** The name of the parameter that it is about. */
        public String parameter() {
            return parameter;
        }

        /** The fault as the API tells it: the parameter, and what it would have to be. */
        public Reason reason() {
            return new Reason("/" + parameter, words);
        }
    }

    /** Either a query, or every fault that it has. */
    public sealed interface Reading {
        /** What was asked for, without what is wrong. */
        ReportQuery query();

        /** What is wrong; empty where nothing is. */
        default List<Fault> faults() {
            return List.of();
        }

        record Ok(ReportQuery query) implements Reading {}

        record Wrong(ReportQuery query, List<Fault> faults) implements Reading {
            public List<Reason> reasons() {
                return faults.stream().map(Fault::reason).toList();
            }
        }
    }

    /** Reads a written query; an empty field asks for nothing. */
    public static Reading read(Input written) {
        Set<Fault> wrong = EnumSet.noneOf(Fault.class);
        Optional<Srn> srn = Srn.of(written.srn());
        if (srn.isEmpty()) {
            wrong.add(Fault.SRN);
        }
        Optional<Sort> sort = Sort.of(written.sort());
        if (sort.isEmpty()) {
            wrong.add(Fault.SORT);
        }
        String waiting = textOrNull(written.waiting());
        if (waiting != null && !waiting.equals("yes")) {
            wrong.add(Fault.WAITING);
        }
        LocalDate from = date(written.from(), Fault.FROM, wrong);
        LocalDate to = date(written.to(), Fault.TO, wrong);
        boolean reversed = from != null && to != null && to.isBefore(from);
        if (reversed) {
            wrong.add(Fault.REVERSED);
        }
        String q = textOrNull(written.q());
        boolean tooLong = q != null && q.length() > LONGEST_SEARCH;
        if (tooLong) {
            wrong.add(Fault.SEARCH);
        }
        ReportQuery query = new ReportQuery(
                srn.orElse(Srn.Y),
                "yes".equals(waiting),
                reversed ? null : from,
                reversed ? null : to,
                textOrNull(written.rgid()),
                tooLong ? null : q,
                sort.orElse(Sort.NEWEST_FIRST));
        return wrong.isEmpty() ? new Reading.Ok(query) : new Reading.Wrong(query, List.copyOf(wrong));
    }

    /** Whether it asks for less than a whole list: for a group, for days, or for words. */
    public boolean narrowed() {
        return from != null || to != null || rgid != null || q != null;
    }

    /** All who wait within the same group, days and words. */
    public ReportQuery whoWaits() {
        return new ReportQuery(Srn.Y, true, from, to, rgid, q, Sort.NEWEST_FIRST);
    }

    /** The same search over all responses. */
    public ReportQuery searchAlone() {
        return new ReportQuery(Srn.Y, false, null, null, null, q, Sort.NEWEST_FIRST);
    }

    private static @Nullable LocalDate date(@Nullable String written, Fault fault, Set<Fault> wrong) {
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
        wrong.add(fault);
        return null;
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
