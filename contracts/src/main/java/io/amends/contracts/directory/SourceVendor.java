package io.amends.contracts.directory;

/** Whose webhooks a source takes (A10). The values are closed: another vendor is another constant of a new version. */
public enum SourceVendor {
    FORMBRICKS,
    DELIGHTED,
    TYPEFORM,
    SURVEYMONKEY,
    QUALTRICS,
    ZENDESK,
    ASKNICELY,
    /** Whatever sends JSON: every selector is the source's own. */
    JSON
}
