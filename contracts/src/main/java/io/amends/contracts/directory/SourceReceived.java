package io.amends.contracts.directory;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.source.received}: a webhook of a source, whose signature was right, as it came (A10).
 *
 * @param source code of the source within the portal
 * @param vendor what the source was when it came; it is read as one of these
 * @param receivedAt when it came
 * @param messageId what the vendor calls this sending in a header of its own; null where the body says it, or nothing
 * @param contentType the header of that name
 * @param body the bytes of the body, in base64
 */
public record SourceReceived(
        String portal,
        String source,
        SourceVendor vendor,
        Instant receivedAt,
        @Nullable String messageId,
        @Nullable String contentType,
        String body) {

    /** The record's key on the topic: the order of a source is kept. */
    public String key() {
        return portal + "/" + source;
    }

    /** The bytes of the body. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(body);
    }
}
