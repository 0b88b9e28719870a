package io.amends.ingest.imports.core;

import io.amends.contracts.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that no customer has answered (A1). Qualtrics marks them in its column {@code Status}: by words, such as
 * {@code Survey Preview}, {@code Survey Test} and {@code Spam}, or by a number, whose bits are preview (1), test (2) and spam
 * (8) among others.
 */
final class TestAnswers {
    private static final String STATUS = "status";
    private static final int NO_CUSTOMER = 1 | 2 | 8;
    private static final Pattern WORDS = Pattern.compile("(?i).*\\b(?:preview|test|spam)\\b.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final int NONE = -1;

    private final int at;

    /** @param head of the file, by which the column is known; a question that is called Status is another one */
    TestAnswers(FileHead head) {
        int found = NONE;
        for (int i = 0; i < head.columns().size(); i++) {
            found = STATUS.equals(head.columns().get(i).importId()) ? i : found;
        }
        this.at = found;
    }

    /** Why a row is no customer's answer; null where it may be one. */
    @Nullable
    Reason of(FileRow row) {
        String status = at == NONE || at >= row.cells().size()
                ? ""
                : row.cells().get(at).strip();
        boolean marked = NUMBER.matcher(status).matches()
                ? (Integer.parseInt(status) & NO_CUSTOMER) != 0
                : WORDS.matcher(status).matches();
        return marked ? new Reason("", "no customer has answered this: its Status is \"" + status + "\"") : null;
    }
}
