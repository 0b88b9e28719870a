package io.amends.dashboard.preferences.entries;

import io.amends.dashboard.studio.shared.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of a kind of entries, in finished words.
 *
 * @param head how many there are
 * @param done what was done just now; null where nothing was
 * @param doors where the list leads to
 * @param sort how the head of the names leads to the other order
 */
public record EntriesView(
        String head,
        String explained,
        @Nullable String done,
        Doors doors,
        Search search,
        NameOrder sort,
        List<EntryLine> lines,
        @Nullable Pager pager) {

    /** Whether anything is told of a row beside its name and its code. */
    public boolean detailed() {
        return lines.stream().anyMatch(line -> !line.details().isEmpty());
    }

    /**
     * Where the list leads to.
     *
     * @param list its own address, and that of its entries
     * @param makeUrl where a new one is made; null for whoever may not
     * @param importUrl null for whoever may not, and for a list without a file
     * @param exportUrl null for a list without a file
     */
    public record Doors(
            String list,
            String make,
            @Nullable String makeUrl,
            @Nullable String importUrl,
            @Nullable String exportUrl) {}

    /**
     * What is searched for.
     *
     * @param empty what is said where there is nothing
     */
    public record Search(String words, boolean searching, String empty) {}

    /** In which order the list is: its names {@code ascending} or {@code descending}, and where the other order is. */
    public record NameOrder(String aria, String url, boolean down) {}

    /**
     * A row.
     *
     * @param details what else is known of it, in short
     * @param unreadable whether what is stored cannot be read
     */
    public record EntryLine(String code, String name, String url, List<String> details, boolean unreadable) {}
}
