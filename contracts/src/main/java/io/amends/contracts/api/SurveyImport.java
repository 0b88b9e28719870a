package io.amends.contracts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The import of a file of surveys (A1).
 *
 * @param lines of the file that were read so far, each a response, refused or left out; a response over several lines counts as
 *     one
 * @param leftOut lines that are no customer's answers: tests, previews and spam, as the file itself marks them
 * @param progress the share of the file that was read, 0 to 1
 * @param bytes of the file
 * @param file its name, where whoever sent it told one
 * @param preset the name of the preset that maps its columns; null where the file's own headers do
 * @param by who sent it, verified, as with a note
 * @param error why it failed, in a sentence; null otherwise
 * @param stopping whether somebody has cancelled it; while it is RUNNING it ends with the rows that are on their way
 */
public record SurveyImport(
        String importId,
        String portal,
        ImportState state,
        long lines,
        long accepted,
        long refused,
        long leftOut,
        double progress,
        long bytes,
        @Nullable String file,
        @Nullable String preset,
        String by,
        Instant at,
        @Nullable Instant finishedAt,
        @Nullable String error,
        boolean stopping) {}
