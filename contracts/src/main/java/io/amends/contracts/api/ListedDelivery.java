package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.amends.contracts.Delivered.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with its attempts (C9, F7).
 *
 * @param digestId for a text message the newest digest that it counts; null for an alert, whose words are its own (C7)
 * @param contactId null where it goes to nobody in particular
 * @param address of that channel: a mailbox, or a number
 * @param resends how often it was sent again by hand
 * @param error what the last attempt met
 * @param until when a held one goes out
 * @param why it is held or skipped; else null
 * @param subject of a mail; null before it is written, and for whoever sees states without contents
 * @param message what it says; in no list, and null before it is written, and for whoever sees states without contents
 */
public record ListedDelivery(
        String id,
        String portal,
        Channel channel,
        @Nullable String digestId,
        @Nullable String contactId,
        String address,
        DeliveryState state,
        int resends,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant until,
        @Nullable DeliveryWhy why,
        @Nullable String subject,
        List<DeliveryAttempt> attempts,
        @JsonInclude(Include.NON_NULL) @Nullable DeliveredMessage message) {

    /** The same for whoever sees states without contents (H1). */
    public ListedDelivery withoutContents() {
        return new ListedDelivery(
                id, portal, channel, digestId, contactId, address, state, resends, error, createdAt, sentAt, until, why,
                null, attempts, null);
    }

    /**
     * One attempt.
     *
     * @param outcome null while it runs
     * @param error why it did not go out
     * @param code the number of the other side's answer: the reply code of SMTP, the status of HTTP; null where there was none
     * @param answer the words of its answer, or the number of its error; null where there were none
     */
    public record DeliveryAttempt(
            int attempt,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable AttemptOutcome outcome,
            @Nullable String error,
            @Nullable Integer code,
            @Nullable String answer) {}

    /**
     * What a message says, as it was sent.
     *
     * @param html of a mail; null for what is text alone
     * @param parts of how many parts a text message is; null for all others
     */
    public record DeliveredMessage(
            @Nullable String html, String text, @Nullable Integer parts, List<Attachment> attachments) {}

    /**
     * A file that goes with a mail.
     *
     * @param path where it is read
     */
    public record Attachment(String name, String path) {}
}
