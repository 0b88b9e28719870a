package io.amends.dashboard.quarantine;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the quarantine, in finished words.
 *
 * @param told what became of what was done just before; null: nothing was done
 * @param lines what waits, the newest first
 * @param alike the form that mends many; null for who may not, and where nothing waits
 * @param empty what is said where nothing waits
 */
public record QuarantineView(
        QuarantineHead head,
        Narrowing narrowing,
        @Nullable Told told,
        List<WaitingLine> lines,
        @Nullable Alike alike,
        String empty,
        QuarantinePages pages) {

    /**
     * The first lines.
     *
     * @param headline how many wait
     * @param zone whose time the moments are
     * @param away why the list cannot be shown; null where it can
     */
    public record QuarantineHead(String headline, String zone, @Nullable String away) {}

    /**
     * What the list is narrowed to.
     *
     * @param causes the reasons to choose from
     * @param removable what else narrows it, and the address without it
     * @param here the address of the list, to which its forms are sent
     */
    public record Narrowing(List<MendOption> causes, List<RemovablePart> removable, String here) {}

    /** Something that narrows the list, and the address without it. */
    public record RemovablePart(String label, String url) {}

    /** What became of something, and whether it was done. */
    public record Told(String words, boolean done) {}

    /**
     * A response that waits.
     *
     * @param anchor by which the page's parts name it, since an id can have any characters
     * @param reasons why it waits; at least one
     * @param form where it is mended; null for who may not
     */
    public record WaitingLine(
            String id,
            String anchor,
            List<WaitingReason> reasons,
            Whose whose,
            List<ReceivedField> received,
            List<HistoryLine> history,
            @Nullable MendForm form) {}

    /**
     * Why it waits.
     *
     * @param alike the address of all that wait for the same; null where each is its own
     */
    public record WaitingReason(String words, @Nullable String alike) {}

    /**
     * Whose it is, and how it stands.
     *
     * @param customer who gave it
     * @param ticket the ticket that it names, or that it names none
     * @param group the support group that it names, by its name where the directory has it, or that it names none
     * @param source who sent it
     * @param since when it came into quarantine
     * @param timing what a digest makes of it if it is repaired now
     */
    public record Whose(
            String customer, String ticket, String group, String source, Formats.Moment since, String timing) {}

    /** A field as it was received. */
    public record ReceivedField(String label, String value) {}

    /** One thing that happened to it. */
    public record HistoryLine(String words, Formats.Moment at) {}

    /** The fields that are wrong, to be mended in place. */
    public record MendForm(List<MendField> fields) {}

    /**
     * A field that is mended.
     *
     * @param kind of control: {@code select}, {@code text}, {@code datetime-local}, {@code number}, or {@code none} where
     *     an answer can only be left out
     * @param measure the measure that it answers; null where it is another field
     * @param wrong whether what was typed cannot be read
     */
    public record MendField(
            String id,
            String name,
            String label,
            String kind,
            String value,
            List<MendOption> options,
            @Nullable String measure,
            boolean wrong) {}

    /** Something to choose. */
    public record MendOption(String value, String label, boolean chosen) {}

    /**
     * The form that mends many alike.
     *
     * @param url where it is sent
     * @param all what all of the list is called; null where the list is everything, which is not mended alike
     * @param measures the measures whose answers can be left out
     */
    public record Alike(
            String url,
            @Nullable String all,
            List<MendOption> groups,
            List<MendOption> segments,
            List<MendOption> measures) {}

    /** The addresses of the pages before and after; null where there is none. */
    public record QuarantinePages(@Nullable String newer, @Nullable String older) {}
}
