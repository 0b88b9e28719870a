package io.amends.dashboard.audit;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit log as a page, all in words and addresses.
 *
 * @param count how many entries there are
 * @param zone whose time all times and days are
 * @param faults what cannot be shown of what was asked; then there are no lines
 */
public record AuditView(
        String count, String zone, List<String> faults, AuditForm form, List<AuditLine> lines, AuditPager pager) {

    /**
     * The form that narrows the log.
     *
     * @param from what was written, which need not be a date
     * @param narrowed whether anything is narrowed at all
     * @param csvUrl the same entries as CSV
     */
    public record AuditForm(
            String from,
            String to,
            String who,
            String words,
            List<ActionChoice> actions,
            boolean narrowed,
            String csvUrl) {}

    /** A kind of change that can be chosen. */
    public record ActionChoice(String word, String name, boolean selected) {}

    /**
     * An entry.
     *
     * @param exact the local date and time
     * @param times how often, in words; null for once
     * @param subject kind and id of what was changed
     */
    public record AuditLine(
            Formats.Moment at,
            String exact,
            Actor actor,
            String what,
            @Nullable String times,
            String subject,
            List<FieldChange> changes,
            @Nullable String reason) {}

    /**
     * Who it was.
     *
     * @param how what kind of caller, with the key that vouches for them
     * @param address where they came from; null where it is not known
     */
    public record Actor(String name, String how, @Nullable String address) {}

    /**
     * A field that changed.
     *
     * @param before null where all of it is new
     */
    public record FieldChange(String field, @Nullable String before, String after) {}

    /** The addresses of the pages before and after; null where there is none. */
    public record AuditPager(@Nullable String newer, @Nullable String older) {}
}
