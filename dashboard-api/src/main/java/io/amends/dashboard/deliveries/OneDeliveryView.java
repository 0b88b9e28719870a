package io.amends.dashboard.deliveries;

import io.amends.dashboard.deliveries.DeliveriesView.DeliveryLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery with what it said, in finished words.
 *
 * @param zone whose time the moments are
 * @param facts what is known of it beside
 * @param said null for whoever sees states alone
 * @param unsaid why nothing is shown; null where it is
 * @param again null where nobody can send it again now, or the person may not
 * @param news what has just happened; null without
 */
public record OneDeliveryView(
        DeliveryLine line,
        String zone,
        List<DeliveryFact> facts,
        @Nullable Said said,
        @Nullable String unsaid,
        List<Try> tries,
        @Nullable Again again,
        @Nullable ResendNews news) {

    /** Something that is known of it; with an address it leads there. */
    public record DeliveryFact(String name, String value, @Nullable String url) {}

    /**
     * What it said.
     *
     * @param html the address of the mail as it looked; null for text alone
     * @param parts of a text message, in words; null for all others
     */
    public record Said(@Nullable String html, String text, @Nullable String parts, List<SentFile> files) {}

    /** A file that went with it. */
    public record SentFile(String name, String url) {}

    /** An attempt. */
    public record Try(String at, String outcome, String looks, @Nullable String answer) {}

    /**
     * How it is sent again.
     *
     * @param resends how often it had been when the page was shown
     * @param reason as it was typed
     * @param error what is wrong with that; null without
     * @param stopped whether their number has answered STOP, so that they must have said that they want it
     */
    public record Again(String url, int resends, String reason, @Nullable String error, boolean stopped) {}

    /** What came of sending it again. */
    public record ResendNews(String words, boolean done) {}
}
