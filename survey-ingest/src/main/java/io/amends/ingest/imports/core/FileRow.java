package io.amends.ingest.imports.core;

import io.amends.contracts.StorableText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, over one line or several.
 *
 * @param line at which it begins, counted from 1
 * @param text as it stands in the file; of one that is too long its beginning
 * @param cells without the quotes around them; empty where there is a fault
 * @param fault why it cannot be read, in a sentence; null where it can
 */
public record FileRow(long line, String text, List<String> cells, @Nullable String fault) {

    /** Whether nothing that can be seen stands in it. */
    public boolean blank() {
        return fault == null && cells.stream().allMatch(StorableText::blank);
    }
}
