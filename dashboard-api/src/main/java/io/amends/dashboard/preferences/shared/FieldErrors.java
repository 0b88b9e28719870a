package io.amends.dashboard.preferences.shared;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with an entry, as its form says it at each field: in the words of the page, not of the API. */
public final class FieldErrors {
    private final List<String> pointers;
    private final EntryType type;
    private final FieldTexts texts;

    FieldErrors(List<Reason> reasons, EntryType type, FieldTexts texts) {
        this.pointers = reasons.stream().map(Reason::pointer).toList();
        this.type = type;
        this.texts = texts;
    }

    /** What is wrong with a field; null if nothing is. */
    public @Nullable String at(String field) {
        String pointer = "/" + field.replace('.', '/');
        // The weekdays of a calendar's hours are fields of their own.
        boolean parts = !(type == EntryType.CALENDAR && field.equals("hours"));
        return pointers.stream().anyMatch(wrong -> wrong.equals(pointer) || (parts && wrong.startsWith(pointer + "/")))
                ? texts.wrong(type, field)
                : null;
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !pointers.isEmpty();
    }
}
