package io.amends.contracts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The CloudEvents types. */
public final class EventTypes {
    public static final String SURVEY_SUBMITTED = "amends.survey.submitted";
    public static final String SURVEY_RECORDED = "amends.survey.recorded";
    public static final String SURVEY_UPDATED = "amends.survey.updated";
    public static final String SURVEY_REPLACED = "amends.survey.replaced";
    public static final String SURVEY_REASSIGNED = "amends.survey.reassigned";
    public static final String SURVEY_QUARANTINED = "amends.survey.quarantined";
    public static final String SURVEY_REPAIRED = "amends.survey.repaired";
    /** Staff asked for a recovery or a follow-up without a survey (A9). */
    public static final String REQUEST_FILED = "amends.request.filed";
    /** A customer is to get no survey any more, whichever it is. */
    public static final String CUSTOMER_OPTED_OUT = "amends.customer.opted-out";
    /** That was taken back. */
    public static final String CUSTOMER_OPTED_IN = "amends.customer.opted-in";

    public static final String RECOVERY_DECIDED = "amends.recovery.decided";
    public static final String CASE_OPENED = "amends.case.opened";
    public static final String CASE_NOTE_ADDED = "amends.case.note-added";
    public static final String CASE_CLOSED = "amends.case.closed";
    public static final String CASE_REOPENED = "amends.case.reopened";
    public static final String CASE_MOVED = "amends.case.moved";
    public static final String CASE_CLOSE = "amends.case.close";
    /** A program files a request (A9). */
    public static final String REQUEST_FILE = "amends.request.file";

    public static final String FOLLOWUP_REQUESTED = "amends.followup.requested";
    public static final String FOLLOWUP_SKIPPED = "amends.followup.skipped";
    public static final String DELIVERY_SENT = "amends.delivery.sent";
    public static final String DELIVERY_FAILED = "amends.delivery.failed";
    /** Not sent yet: for a delivery that waits for its time (C4, C10). */
    public static final String DELIVERY_HELD = "amends.delivery.held";
    /** Not sent at all, on purpose: it says why (C3, C4). */
    public static final String DELIVERY_SKIPPED = "amends.delivery.skipped";
    /** What a contact's digest lists, and what waits for a later one (B8). */
    public static final String DIGEST_BUILT = "amends.digest.built";

    public static final String PORTAL = "amends.portal";
    public static final String GROUP = "amends.group";
    public static final String CONTACT = "amends.contact";
    public static final String SEGMENT = "amends.segment";
    public static final String REGION = "amends.region";
    public static final String CALENDAR = "amends.calendar";
    public static final String SOURCE = "amends.source";
    public static final String CHANNEL = "amends.channel";
    /** A webhook of a source, as it came (A10). */
    public static final String SOURCE_RECEIVED = "amends.source.received";

    /** What usually is heard does not send any more (A11). */
    public static final String SOURCE_SILENT = "amends.source.silent";
    /** It sends again. */
    public static final String SOURCE_HEARD = "amends.source.heard";
    /** Responses are in quarantine of which nobody was told (A7). */
    public static final String QUARANTINE_WAITING = "amends.quarantine.waiting";

    public static final String RULESET_PUBLISHED = "amends.ruleset.published";
    public static final String AUDIT_RECORDED = "amends.audit.recorded";
    public static final String KEY = "amends.key";
    public static final String KEY_USED = "amends.key.used";

    private static final List<String> OF_RESPONSES = List.of(
            SURVEY_RECORDED, SURVEY_UPDATED, SURVEY_REPLACED, SURVEY_REASSIGNED, SURVEY_QUARANTINED, SURVEY_REPAIRED);

    private static final Map<String, List<String>> BY_TOPIC = Map.ofEntries(
            Map.entry(Topics.SUBMITTED, List.of(SURVEY_SUBMITTED)),
            Map.entry(
                    Topics.RECORDED,
                    Stream.concat(
                                    OF_RESPONSES.stream(),
                                    Stream.of(REQUEST_FILED, CUSTOMER_OPTED_OUT, CUSTOMER_OPTED_IN))
                            .toList()),
            Map.entry(Topics.DECIDED, List.of(RECOVERY_DECIDED)),
            Map.entry(Topics.CASES, List.of(CASE_OPENED, CASE_NOTE_ADDED, CASE_CLOSED, CASE_REOPENED, CASE_MOVED)),
            Map.entry(Topics.FOLLOWUPS, List.of(FOLLOWUP_REQUESTED, FOLLOWUP_SKIPPED)),
            Map.entry(Topics.COMMANDS, List.of(CASE_CLOSE, REQUEST_FILE)),
            Map.entry(
                    Topics.DELIVERIES,
                    List.of(DELIVERY_SENT, DELIVERY_FAILED, DELIVERY_HELD, DELIVERY_SKIPPED, DIGEST_BUILT)),
            Map.entry(Topics.DIRECTORY, List.of(PORTAL, GROUP, CONTACT, SEGMENT, REGION, CALENDAR, SOURCE, CHANNEL)),
            Map.entry(Topics.SOURCES_RAW, List.of(SOURCE_RECEIVED)),
            Map.entry(Topics.OPERATIONS, List.of(SOURCE_SILENT, SOURCE_HEARD, QUARANTINE_WAITING)),
            Map.entry(Topics.RULES, List.of(RULESET_PUBLISHED)),
            Map.entry(Topics.ACCESS, List.of(KEY)),
            Map.entry(Topics.KEY_USES, List.of(KEY_USED)),
            Map.entry(Topics.AUDIT, List.of(AUDIT_RECORDED)));

    private EventTypes() {}

    /** The types of {@link Topics#RECORDED} whose data is {@link SurveyRecorded}: what is told of responses. */
    public static List<String> ofResponses() {
        return OF_RESPONSES;
    }

    /** The types that a topic carries; a consumer of it must take all of them, if only to pass over some. */
    public static List<String> on(String topic) {
        return BY_TOPIC.getOrDefault(topic, List.of());
    }
}
