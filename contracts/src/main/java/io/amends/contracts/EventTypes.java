package io.amends.contracts;

/** The CloudEvents types. */
public final class EventTypes {
    public static final String SURVEY_SUBMITTED = "amends.survey.submitted";
    public static final String SURVEY_RECORDED = "amends.survey.recorded";
    public static final String SURVEY_UPDATED = "amends.survey.updated";
    public static final String SURVEY_REPLACED = "amends.survey.replaced";
    public static final String SURVEY_REASSIGNED = "amends.survey.reassigned";
    public static final String SURVEY_QUARANTINED = "amends.survey.quarantined";
    public static final String SURVEY_REPAIRED = "amends.survey.repaired";
    public static final String RECOVERY_DECIDED = "amends.recovery.decided";
    public static final String CASE_OPENED = "amends.case.opened";
    public static final String CASE_NOTE_ADDED = "amends.case.note-added";
    public static final String CASE_CLOSED = "amends.case.closed";
    public static final String CASE_REOPENED = "amends.case.reopened";
    public static final String CASE_MOVED = "amends.case.moved";
    public static final String CASE_CLOSE = "amends.case.close";
    public static final String FOLLOWUP_REQUESTED = "amends.followup.requested";
    public static final String FOLLOWUP_SKIPPED = "amends.followup.skipped";
    public static final String DELIVERY_SENT = "amends.delivery.sent";
    public static final String DELIVERY_FAILED = "amends.delivery.failed";
    public static final String DELIVERY_HELD = "amends.delivery.held";
    public static final String PORTAL = "amends.portal";
    public static final String GROUP = "amends.group";
    public static final String CONTACT = "amends.contact";
    public static final String SEGMENT = "amends.segment";
    public static final String RULESET_PUBLISHED = "amends.ruleset.published";

    private EventTypes() {}
}
