package io.amends.contracts.directory;

import java.util.Optional;

/**
 * The key of a record on the directory topic: {@code {portal}/{type}/{code}}.
 *
 * @param type an {@link EntryType}'s word, or that of a kind that a later version adds
 * @param code the entry's code; a portal's own code on {@code amends.portal}
 */
public record EntryKey(String portal, String type, String code) {

    /** The key that a text is; empty if it is none, such as one whose portal is no code. */
    public static Optional<EntryKey> of(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length != 3 || !EntryRules.isCode(parts[0])) {
            return Optional.empty();
        }
        EntryKey key = new EntryKey(parts[0], parts[1], parts[2]);
        return key.fits() ? Optional.of(key) : Optional.empty();
    }

    // What the keys of later kinds look like is theirs to say.
    private boolean fits() {
        return EntryType.of(type)
                .map(known -> EntryRules.isCode(code) && (known != EntryType.PORTAL || code.equals(portal)))
                .orElse(true);
    }
}
