package io.amends.dashboard.preferences.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a portal once more before they are saved.
 *
 * @param form the fields that were sent, to be sent again
 */
public record ConfirmView(List<SettingChange> changes, List<SentField> form) {
    /**
     * A setting before and after.
     *
     * @param means what the change means; null where the values say it
     */
    public record SettingChange(String label, String before, String after, @Nullable String means) {}

    /** A field that was sent. */
    public record SentField(String name, String value) {}
}
