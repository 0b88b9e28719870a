package io.amends.contracts.directory;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be alerted.
 *
 * @param email as people write it; {@link #mailbox} is what mail goes to
 * @param mobile E.164; {@link #textNumber} is what text messages go to
 * @param channels by which this person is told, each once and in their order; where none is named, by all of them
 * @param quietHours when this person is left alone, in their own zone, else the portal's; null: as the portal says (C10)
 */
public record Contact(
        String name,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String language,
        @Nullable ZoneId timeZone,
        @Nullable String title,
        @Nullable String hours,
        List<ContactChannel> channels,
        @Nullable QuietHours quietHours) {

    public Contact {
        channels = named(channels);
    }

    /** A way by which a person is told. */
    public enum ContactChannel {
        EMAIL,
        SMS
    }

    /** The address as a mail server takes it; null where nothing can be or is to be sent to this person by mail (C5). */
    public @Nullable String mailbox() {
        return channels.contains(ContactChannel.EMAIL) ? MailAddress.sendable(email) : null;
    }

    /** The number for text messages; null where there is none, or where this person is to get none (C3). */
    public @Nullable String textNumber() {
        return channels.contains(ContactChannel.SMS) ? mobile : null;
    }

    private static List<ContactChannel> named(@Nullable List<ContactChannel> channels) {
        Set<ContactChannel> each =
                channels == null || channels.isEmpty() ? EnumSet.allOf(ContactChannel.class) : EnumSet.copyOf(channels);
        return List.copyOf(each);
    }
}
