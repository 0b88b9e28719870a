package io.amends.notes.cases;

import org.jspecify.annotations.Nullable;

/**
 * What a case is about, and who works on it.
 *
 * @param responseId the newest response of the ticket; null while only a request stands behind the case (A9)
 * @param owner contact id; first the Support Lead
 */
public record Assignment(@Nullable String responseId, String supportGroup, @Nullable String owner) {}
