package io.amends.dashboard.preferences.shared;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryLimits;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.layout.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fields of entries are called, what they do, and what can be written in them. */
@ApplicationScoped
public class FieldTexts {
    private final PreferencesMessages messages;
    private final Formats formats;

    FieldTexts(PreferencesMessages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** What is wrong with an entry of a type. */
    public FieldErrors errors(EntryType type, List<Reason> reasons) {
        return new FieldErrors(reasons, type, this);
    }

    /** The label of a field, by its name in the API. */
    public String label(EntryType type, String field) {
        return switch (field) {
            case "code" -> messages.code();
            case "region" -> messages.region();
            case "supportLead" -> messages.supportLead();
            case "alsoAlerts" -> messages.alsoAlerts();
            case "manager" -> messages.manager();
            case "threshold", "serviceRecoveryThreshold" -> messages.threshold();
            case "dailyCap" -> messages.dailyCap();
            case "email" -> messages.email();
            case "mobile" -> messages.mobile();
            case "language" -> messages.language();
            case "timeZone" -> messages.timeZone();
            case "title" -> messages.jobTitle();
            case "hours" -> type == EntryType.CALENDAR ? messages.workingHours() : messages.contactHours();
            case "channels" -> messages.channels();
            case "calendar" -> messages.calendar();
            case "channel" -> messages.regionChannel();
            case "kind" -> messages.channelKind();
            case "url" -> messages.channelUrl();
            case "events" -> messages.channelEvents();
            case "groups" -> messages.channelGroups();
            case "regions" -> messages.channelRegions();
            case "active" -> messages.channelActive();
            case "country" -> messages.country();
            case "holidays" -> messages.holidays();
            case "workdays" -> messages.workdays();
            case "alertTime" -> messages.alertTime();
            case "sms" -> messages.sms();
            case "weekendAlerts" -> messages.weekendAlerts();
            case "immediateOnYes" -> messages.immediateOnYes();
            case "quietHours" -> messages.quietHours();
            case "immediateInQuietHours" -> messages.immediateInQuietHours();
            case "lateDigest" -> messages.lateDigest();
            case "lateDays" -> messages.lateDays();
            case "admins" -> messages.admins();
            case "overall" -> messages.overall();
            case "measures" -> messages.measures();
            case "contactPolicy.lowUnanswered" -> messages.lowUnanswered();
            case "contactPolicy.highUnanswered" -> messages.highUnanswered();
            case "segmentRequired" -> messages.segmentRequired();
            case "ticketUrlPrefix" -> messages.ticketUrlPrefix();
            case "duplicateWindowDays" -> messages.duplicateWindow();
            default -> messages.name();
        };
    }

    /** What a field does, in one sentence; null where its label says it. */
    public @Nullable String hint(EntryType type, String field) {
        return switch (field) {
            case "region" -> messages.regionHint();
            case "supportLead" -> messages.supportLeadHint();
            case "alsoAlerts" -> messages.alsoAlertsHint(EntryLimits.ALSO_ALERTS);
            case "manager" -> messages.managerHint();
            case "threshold" -> messages.groupThresholdHint();
            case "dailyCap" -> messages.dailyCapHint();
            case "email" -> messages.emailHint();
            case "mobile" -> messages.mobileHint();
            case "language" -> type == EntryType.PORTAL ? messages.portalLanguageHint() : messages.languageHint();
            case "timeZone" -> zoneHint(type);
            case "title" -> messages.jobTitleHint();
            case "hours" -> type == EntryType.CALENDAR ? messages.workingHoursHint() : messages.contactHoursHint();
            case "channels" -> messages.channelsHint();
            case "calendar" -> messages.calendarHint();
            case "channel" -> messages.regionChannelHint();
            case "kind" -> messages.channelKindHint();
            case "url" -> messages.channelUrlHint();
            case "events" -> messages.channelEventsHint();
            case "groups", "regions" -> messages.channelFilterHint();
            case "country" -> messages.countryHint();
            case "holidays" -> messages.holidaysHint();
            case "workdays" -> messages.workdaysHint();
            case "alertTime" -> messages.alertTimeHint();
            case "sms" -> messages.smsHint();
            case "weekendAlerts" -> messages.weekendAlertsHint();
            case "immediateOnYes" -> messages.immediateOnYesHint();
            case "quietHours" -> type == EntryType.PORTAL ? messages.portalQuietHoursHint() : messages.quietHoursHint();
            case "immediateInQuietHours" -> messages.immediateInQuietHoursHint();
            case "lateDigest" -> messages.lateDigestHint();
            case "lateDays" -> messages.lateDaysHint();
            case "admins" -> messages.adminsHint();
            case "overall" -> messages.overallHint();
            case "measures" -> messages.measuresHint();
            case "serviceRecoveryThreshold" -> messages.thresholdHint();
            case "contactPolicy.lowUnanswered" -> messages.lowUnansweredHint();
            case "contactPolicy.highUnanswered" -> messages.highUnansweredHint();
            case "segmentRequired" -> messages.segmentRequiredHint();
            case "ticketUrlPrefix" -> messages.ticketUrlPrefixHint();
            case "duplicateWindowDays" -> messages.duplicateWindowHint();
            default -> type == EntryType.PORTAL ? messages.portalNameHint() : null;
        };
    }

    private String zoneHint(EntryType type) {
        return switch (type) {
            case PORTAL -> messages.portalZoneHint();
            case REGION -> messages.regionZoneHint();
            default -> messages.contactZoneHint();
        };
    }

    /** What can be written in a field in which something else is. */
    public String wrong(EntryType type, String field) {
        return switch (field) {
            case "code" -> messages.codeWrong();
            case "region", "supportLead", "manager", "calendar", "channel", "kind", "events" -> messages.choiceWrong();
            case "url" -> messages.channelUrlWrong();
            case "groups", "regions" -> messages.channelFilterWrong(formats.count(EntryLimits.CHANNEL_FILTER));
            case "alsoAlerts" -> messages.choicesWrong(EntryLimits.ALSO_ALERTS);
            case "admins" -> messages.choicesWrong(EntryLimits.ADMINS);
            case "threshold", "serviceRecoveryThreshold" -> messages.numberWrong();
            case "dailyCap" -> messages.wholeWrong(0, formats.count(EntryLimits.DAILY_CAP));
            case "lateDays", "duplicateWindowDays" -> messages.wholeWrong(0, formats.count(EntryLimits.DAYS));
            case "email" -> messages.emailWrong();
            case "mobile" -> messages.mobileWrong();
            case "language" -> messages.languageWrong();
            case "timeZone" -> messages.timeZoneWrong();
            case "title" -> messages.textWrong(EntryLimits.TEXT);
            case "hours" -> type == EntryType.CALENDAR ? messages.hoursMissing() : messages.textWrong(EntryLimits.TEXT);
            case "country" -> messages.countryWrong();
            case "holidays", "workdays" -> messages.daysWrong(formats.count(EntryLimits.NAMED_DAYS));
            case "alertTime" -> messages.timeWrong();
            case "quietHours" ->
                type == EntryType.PORTAL ? messages.portalQuietHoursWrong() : messages.quietHoursWrong();
            case "overall" -> messages.overallWrong();
            case "measures" -> messages.measuresWrong(EntryLimits.MEASURES);
            case "ticketUrlPrefix" -> messages.webAddressWrong();
            case "channels", "lateDigest", "contactPolicy.lowUnanswered", "contactPolicy.highUnanswered" ->
                messages.choiceWrong();
            default -> field.startsWith("hours.") ? messages.spansWrong() : messages.nameWrong(EntryLimits.TEXT);
        };
    }
}
