package io.amends.kit.rights;

/**
 * What a person can want to do, as the table of roles has its rows (H1; interfaces.md, "People, roles, keys, audit"). Each
 * route of each service names one.
 */
public enum Permission {
    /** See responses, dialogs, cases, performance and recovery. */
    SEE_RESPONSES,
    /** Write notes and activities, and send messages. */
    WRITE_NOTES(SEE_RESPONSES),
    /** File requests without a survey, and say which customers want none. */
    FILE_REQUESTS(SEE_RESPONSES),
    /** Close, decline or hand over a case, and reassign responses. */
    DECIDE_CASES(SEE_RESPONSES),
    /** Read the rules, their versions, and what they would make of a response. */
    SEE_RULES,
    /** Change the draft of the rules, and try it on the past. */
    DRAFT_RULES(SEE_RULES),
    /** Publish rules, and go back to earlier ones. */
    PUBLISH_RULES(SEE_RULES),
    /** Read the portal's settings, groups, contacts, segments and calendars. */
    SEE_DIRECTORY,
    /** Change them. */
    CHANGE_DIRECTORY(SEE_DIRECTORY),
    /** See people, keys, sources' bodies and the quarantine; secrets never. */
    SEE_ADMINISTRATION,
    /** Change them. */
    ADMINISTER(SEE_ADMINISTRATION),
    /** See which digests and deliveries there are, and how they went. */
    SEE_DELIVERIES,
    /** Read what a digest or a delivery says. */
    READ_DELIVERIES(SEE_DELIVERIES),
    /** Send a delivery again. */
    RESEND(SEE_DELIVERIES),
    /** Build the digests of a period. */
    RUN_DIGESTS(SEE_DELIVERIES),
    /** Read the audit log. */
    SEE_AUDIT,
    /** Send surveys: for machines and their keys alone. */
    SUBMIT_SURVEYS(SEE_RESPONSES),
    /** Make portals and delete them: for who is {@code *:admin} alone. */
    MAKE_PORTALS(SEE_DIRECTORY);

    private final Permission seenBy;

    Permission() {
        this.seenBy = this;
    }

    Permission(Permission seenBy) {
        this.seenBy = seenBy;
    }

    /** What a person must be allowed, to be told that they may not do this: else the thing does not exist for them. */
    public Permission seenBy() {
        return seenBy;
    }
}
