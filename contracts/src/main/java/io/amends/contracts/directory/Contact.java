package io.amends.contracts.directory;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be alerted.
 *
 * @param email as people write it; {@link #mailbox} is what mail goes to
 * @param mobile E.164
 */
public record Contact(
        String name,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String language,
        @Nullable ZoneId timeZone,
        @Nullable String title,
        @Nullable String hours) {

    /** The address as a mail server takes it; null where nothing can be sent to this person (C5). */
    public @Nullable String mailbox() {
        return MailAddress.sendable(email);
    }
}
