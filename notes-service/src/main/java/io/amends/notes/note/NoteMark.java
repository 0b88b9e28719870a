package io.amends.notes.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case needs to know of a note.
 *
 * @param responseId the response that it was written on; null for one on a case without a survey (A9)
 * @param spoke whether the customer was spoken to
 */
public record NoteMark(@Nullable String responseId, boolean spoke, Instant at) {}
