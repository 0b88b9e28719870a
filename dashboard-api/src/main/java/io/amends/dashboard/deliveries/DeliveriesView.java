package io.amends.dashboard.deliveries;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of a portal's deliveries, in finished words.
 *
 * @param zone whose time the moments are
 * @param away why the list cannot be shown; null where it can
 * @param newer the page before; null on the first
 * @param older the page behind; null on the last
 */
public record DeliveriesView(
        String headline,
        String zone,
        Filters filters,
        List<DeliveryLine> lines,
        @Nullable String away,
        @Nullable String newer,
        @Nullable String older) {

    /**
     * By what the list is narrowed, and can be.
     *
     * @param digest kept by the form; null without
     * @param theCase likewise
     * @param set what narrows it now, each with the address without it
     */
    public record Filters(
            List<Choice> states,
            List<Choice> channels,
            List<Choice> contacts,
            @Nullable String state,
            @Nullable String digest,
            @Nullable String theCase,
            List<Choice> set) {}

    /** A value that can be chosen, or taken away, by its address. */
    public record Choice(String value, String label, String url, boolean current) {}

    /**
     * A delivery.
     *
     * @param what it is about
     * @param how by which channel
     */
    public record DeliveryLine(
            String url, String what, Recipient to, String how, Formats.Moment at, DeliveryStanding state) {}

    /**
     * To whom.
     *
     * @param name of the contact, or of the channel; null for a channel that is there no more
     * @param list what else went to them; null for a channel
     */
    public record Recipient(@Nullable String name, String address, @Nullable String list) {}

    /**
     * How far it is.
     *
     * @param looks how it is coloured
     * @param more until when and why; null where nothing is to be said
     */
    public record DeliveryStanding(String word, String looks, @Nullable String more) {}
}
