package io.amends.contracts;

import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.KeyUsed;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.DirectoryEntry;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Region;
import io.amends.contracts.directory.Segment;
import io.amends.contracts.directory.Source;
import io.amends.contracts.directory.SourceReceived;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together: an event's type, the schema and the record of its data.
 *
 * @param entry for the directory: the record of the entry inside
 */
record Contract(String type, String schema, Class<?> data, @Nullable Class<?> entry) {

    static final List<Contract> ALL = Stream.of(
                    Stream.of(
                            new Contract(EventTypes.SURVEY_SUBMITTED, "survey-submitted", SurveyResponse.class, null)),
                    EventTypes.ofResponses().stream()
                            .map(type -> new Contract(type, "survey-recorded", SurveyRecorded.class, null)),
                    Stream.of(
                            new Contract(EventTypes.REQUEST_FILED, "request-filed", RequestFiled.class, null),
                            new Contract(EventTypes.CUSTOMER_OPTED_OUT, "opt-out", OptOut.class, null),
                            new Contract(EventTypes.CUSTOMER_OPTED_IN, "opt-out", OptOut.class, null)),
                    on(Topics.DECIDED, "recovery-decided", RecoveryDecided.class),
                    on(Topics.CASES, "case-changed", CaseChanged.class),
                    on(Topics.FOLLOWUPS, "followup", FollowUp.class),
                    Stream.of(
                            new Contract(EventTypes.CASE_CLOSE, "case-close", CloseCase.class, null),
                            new Contract(EventTypes.REQUEST_FILE, "request-file", FileRequest.class, null)),
                    Stream.of(
                            new Contract(EventTypes.DELIVERY_SENT, "delivery", Delivered.class, null),
                            new Contract(EventTypes.DELIVERY_FAILED, "delivery", Delivered.class, null),
                            new Contract(EventTypes.DELIVERY_HELD, "delivery", Delivered.class, null),
                            new Contract(EventTypes.DELIVERY_SKIPPED, "delivery", Delivered.class, null),
                            new Contract(EventTypes.DIGEST_BUILT, "digest-built", DigestBuilt.class, null)),
                    on(Topics.SOURCES_RAW, "source-received", SourceReceived.class),
                    Stream.of(
                            new Contract(EventTypes.SOURCE_SILENT, "source-silence", SourceSilence.class, null),
                            new Contract(EventTypes.SOURCE_HEARD, "source-silence", SourceSilence.class, null),
                            new Contract(
                                    EventTypes.QUARANTINE_WAITING,
                                    "quarantine-waiting",
                                    QuarantineWaiting.class,
                                    null)),
                    on(Topics.RULES, "ruleset-published", RuleSetPublished.class),
                    on(Topics.AUDIT, "audit-recorded", AuditRecorded.class),
                    on(Topics.ACCESS, "key", AccessKey.class),
                    on(Topics.KEY_USES, "key-used", KeyUsed.class),
                    Stream.of(
                            new Contract(EventTypes.PORTAL, "portal", DirectoryEntry.class, Portal.class),
                            new Contract(EventTypes.GROUP, "group", DirectoryEntry.class, Group.class),
                            new Contract(EventTypes.CONTACT, "contact", DirectoryEntry.class, Contact.class),
                            new Contract(EventTypes.SEGMENT, "segment", DirectoryEntry.class, Segment.class),
                            new Contract(EventTypes.REGION, "region", DirectoryEntry.class, Region.class),
                            new Contract(EventTypes.CALENDAR, "calendar", DirectoryEntry.class, Calendar.class),
                            new Contract(EventTypes.SOURCE, "source", DirectoryEntry.class, Source.class),
                            new Contract(EventTypes.CHANNEL, "channel", DirectoryEntry.class, AlertChannel.class)))
            .flatMap(s -> s)
            .toList();

    private static Stream<Contract> on(String topic, String schema, Class<?> data) {
        return EventTypes.on(topic).stream().map(type -> new Contract(type, schema, data, null));
    }

    @Override
    public String toString() {
        return type;
    }
}
