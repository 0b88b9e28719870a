package io.amends.local.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of Mailpit's API: what its clients read, by the names they read it. */
final class Mailpit {
    private Mailpit() {}

    record Address(@JsonProperty("Name") String name, @JsonProperty("Address") String address) {}

    record Attachment(
            @JsonProperty("PartID") String partId,
            @JsonProperty("FileName") String fileName,
            @JsonProperty("ContentType") String contentType,
            @JsonProperty("ContentID") String contentId,
            @JsonProperty("Size") int size) {}

    /** The ids of a mail: the one it is stored under, and the one its sender gave it. */
    record MailIds(@JsonProperty("ID") String id, @JsonProperty("MessageID") String messageId) {}

    /** Whom a mail is from, and whom it goes to. */
    record Correspondents(
            @JsonProperty("From") @Nullable Address from,
            @JsonProperty("To") List<Address> to,
            @JsonProperty("Cc") List<Address> cc,
            @JsonProperty("Bcc") List<Address> bcc,
            @JsonProperty("ReplyTo") List<Address> replyTo) {}

    /** How much is in a mail, and how its text begins. */
    record Glance(
            @JsonProperty("Size") int size,
            @JsonProperty("Attachments") int attachments,
            @JsonProperty("Snippet") String snippet) {}

    /** The texts of a mail, and what is attached to it. */
    record MailContent(
            @JsonProperty("Text") String text,
            @JsonProperty("HTML") String html,
            @JsonProperty("Size") int size,
            @JsonProperty("Attachments") List<Attachment> attachments,
            @JsonProperty("Inline") List<Attachment> inline) {}

    /** One line of the list. */
    record MailSummary(
            @JsonUnwrapped MailIds ids,
            @JsonProperty("Read") boolean read,
            @JsonUnwrapped Correspondents correspondents,
            @JsonProperty("Subject") String subject,
            @JsonProperty("Created") String created,
            @JsonProperty("Tags") List<String> tags,
            @JsonUnwrapped Glance glance) {
        MailSummary asRead() {
            return new MailSummary(ids, true, correspondents, subject, created, tags, glance);
        }
    }

    /** A mail with its texts and what is attached. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StoredMail(
            @JsonUnwrapped MailIds ids,
            @JsonUnwrapped Correspondents correspondents,
            @JsonProperty("ReturnPath") String returnPath,
            @JsonProperty("Subject") String subject,
            @JsonProperty("Date") String date,
            @JsonProperty("Tags") List<String> tags,
            @JsonUnwrapped MailContent content) {}

    /** The list, newest first. */
    record MailPage(
            int total,
            int unread,
            int count,
            @JsonProperty("messages_count") int messagesCount,
            int start,
            List<String> tags,
            List<MailSummary> messages) {}

    /** One part's bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record MailPart(String contentType, String fileName, byte[] content) {}
}
