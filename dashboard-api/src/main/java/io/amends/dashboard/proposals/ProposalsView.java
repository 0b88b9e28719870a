package io.amends.dashboard.proposals;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of proposals, all in words and addresses.
 *
 * @param headline how many there are
 * @param tabs the lists that there are
 * @param news what became of what was done just before; null: nothing was done
 * @param missing what cannot be shown just now
 * @param empty what is said where there is none
 */
public record ProposalsView(
        String headline,
        String explained,
        List<StateTab> tabs,
        @Nullable News news,
        List<String> missing,
        List<ProposalLine> lines,
        String empty,
        ProposalPager pager) {

    /** A list: what waits, what was accepted, what was refused. */
    public record StateTab(String label, String url, boolean current) {}

    /**
     * What became of what was done just before.
     *
     * @param done whether it was done
     */
    public record News(String words, boolean done) {}

    /**
     * A proposal.
     *
     * @param kind of what it is one, as the form says it
     * @param what who proposes what
     * @param own whether whoever reads has made it
     */
    public record ProposalLine(
            String id, String kind, String what, boolean own, Subject subject, Why why, Standing standing) {}

    /**
     * What it is about.
     *
     * @param ticket that of the case; null where it is about responses
     * @param group the group of the case; null where it is about responses
     * @param responses some of those that would be moved; empty where it is about a case
     * @param more how many others; null: none
     * @param moves what accepting it would move now; null where it is about a case, or decided
     */
    public record Subject(
            @Nullable String customer,
            @Nullable TicketLink ticket,
            @Nullable String group,
            List<ResponseLink> responses,
            @Nullable String more,
            @Nullable String moves) {}

    /** A ticket, with the address of its dialog. */
    public record TicketLink(String id, String url) {}

    /**
     * A response, with the address of the page that says why it is as it is.
     *
     * @param customer who gave it; null where that is not known
     */
    public record ResponseLink(String id, @Nullable String customer, String url) {}

    /**
     * Why it is proposed, and since when.
     *
     * @param rootCause what led to the case, in their words; null where nothing is said of it
     */
    public record Why(String reason, @Nullable String rootCause, Formats.Moment at) {}

    /**
     * How things stand with it.
     *
     * @param decide whether whoever reads may decide it
     * @param waits for whom it waits; null where they decide it, or somebody did
     * @param most how many characters an answer can have
     * @param typed an answer that was typed, and is not sent
     * @param ended how it was decided; null while it is open
     */
    public record Standing(boolean decide, @Nullable String waits, int most, String typed, @Nullable Ended ended) {}

    /**
     * How it was decided.
     *
     * @param words by whom
     * @param reason why; null where nothing was said
     */
    public record Ended(String words, Formats.@Nullable Moment at, @Nullable String reason) {}

    /** The addresses of the pages before and after; null where there is none. */
    public record ProposalPager(@Nullable String newer, @Nullable String older) {}
}
