package io.amends.contracts.directory;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where support groups work: in which zone, by which calendar, and on which channel they are told (A9).
 *
 * @param timeZone the zone of the calendar's hours; null: the portal's
 * @param calendar code of a {@link Calendar}; null: Monday to Friday from 09:00 to 17:00
 * @param channel code of the channel on which requests of this region are posted; null: none
 */
public record Region(String name, @Nullable ZoneId timeZone, @Nullable String calendar, @Nullable String channel) {}
