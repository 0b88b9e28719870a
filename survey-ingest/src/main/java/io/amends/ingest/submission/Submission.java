package io.amends.ingest.submission;

import io.amends.contracts.Reason;
import io.amends.contracts.SurveyResponse;
import java.util.List;

/**
 * A well-formed response as its source sent it.
 *
 * @param bodyHash SHA-256 (hex) of the canonical body: neither key order nor white space matter
 * @param trimmed ids and codes that were sent with blanks around them, and how
 */
public record Submission(SurveyResponse response, String bodyHash, List<Reason> trimmed) {}
