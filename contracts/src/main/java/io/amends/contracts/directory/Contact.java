package io.amends.contracts.directory;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be alerted.
 *
 * @param mobile E.164
 */
public record Contact(
        String name,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String language,
        @Nullable ZoneId timeZone,
        @Nullable String title,
        @Nullable String hours) {}
