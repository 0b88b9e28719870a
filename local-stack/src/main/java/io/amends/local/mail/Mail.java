package io.amends.local.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of Mailpit's API: what its clients read, by the names they read it. */
final class Mail {
    private Mail() {}

    record Address(@JsonProperty("Name") String name, @JsonProperty("Address") String address) {}

    record Attachment(
            @JsonProperty("PartID") String partId,
            @JsonProperty("FileName") String fileName,
            @JsonProperty("ContentType") String contentType,
            @JsonProperty("ContentID") String contentId,
            @JsonProperty("Size") int size) {}

    /** One line of the list. */
    record Summary(
            @JsonProperty("ID") String id,
            @JsonProperty("MessageID") String messageId,
            @JsonProperty("Read") boolean read,
            @JsonProperty("From") @Nullable Address from,
            @JsonProperty("To") List<Address> to,
            @JsonProperty("Cc") List<Address> cc,
            @JsonProperty("Bcc") List<Address> bcc,
            @JsonProperty("ReplyTo") List<Address> replyTo,
            @JsonProperty("Subject") String subject,
            @JsonProperty("Created") String created,
            @JsonProperty("Tags") List<String> tags,
            @JsonProperty("Size") int size,
            @JsonProperty("Attachments") int attachments,
            @JsonProperty("Snippet") String snippet) {
        Summary asRead() {
            return new Summary(
                    id,
                    messageId,
                    true,
                    from,
                    to,
                    cc,
                    bcc,
                    replyTo,
                    subject,
                    created,
                    tags,
                    size,
                    attachments,
                    snippet);
        }
    }

    /** A mail with its texts and what is attached. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Message(
            @JsonProperty("ID") String id,
            @JsonProperty("MessageID") String messageId,
            @JsonProperty("From") @Nullable Address from,
            @JsonProperty("To") List<Address> to,
            @JsonProperty("Cc") List<Address> cc,
            @JsonProperty("Bcc") List<Address> bcc,
            @JsonProperty("ReplyTo") List<Address> replyTo,
            @JsonProperty("ReturnPath") String returnPath,
            @JsonProperty("Subject") String subject,
            @JsonProperty("Date") String date,
            @JsonProperty("Tags") List<String> tags,
            @JsonProperty("Text") String text,
            @JsonProperty("HTML") String html,
            @JsonProperty("Size") int size,
            @JsonProperty("Attachments") List<Attachment> attachments,
            @JsonProperty("Inline") List<Attachment> inline) {}

    /** The list, newest first. */
    record Page(
            int total,
            int unread,
            int count,
            @JsonProperty("messages_count") int messagesCount,
            int start,
            List<String> tags,
            List<Summary> messages) {}

    /** One part's bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(String contentType, String fileName, byte[] content) {}
}
