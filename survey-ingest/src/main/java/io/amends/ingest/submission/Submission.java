package io.amends.ingest.submission;

import io.amends.contracts.SurveyResponse;

/**
 * A well-formed response as its source sent it.
 *
 * @param bodyHash SHA-256 (hex) of the canonical body: neither key order nor white space matter
 */
public record Submission(SurveyResponse response, String bodyHash) {}
