package io.amends.dashboard.preferences.shared;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences that the pages of preferences share, among them those of every field; English is the first language (C11). */
@MessageBundle(value = "preferences", locale = "en")
public interface PreferencesMessages {
    @Message("Preferences")
    String preferences();

    @Message("Overview")
    String overview();

    @Message("Portal")
    String portal();

    @Message("Groups")
    String groups();

    @Message("Contacts")
    String contacts();

    @Message("Segments")
    String segments();

    @Message("Regions")
    String regions();

    @Message("Calendars")
    String calendars();

    @Message("Channels")
    String postChannels();

    @Message("Nothing was saved.")
    String nothingSaved();

    @Message("Please look at what is marked.")
    String lookAtMarked();

    @Message("Save")
    String save();

    @Message("Back")
    String back();

    @Message("Now stored")
    String nowStored();

    @Message("Yours")
    String yours();

    @Message("Setting")
    String setting();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("nothing")
    String nothing();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("none")
    String none();

    @Message("{name} ({code})")
    String nameAndCode(String name, String code);

    @Message("{code}, which is not there yet")
    String notThere(String code);

    @Message("{label}, number {n}")
    String numbered(String label, int n);

    @Message("Name")
    String name();

    @Message("Code")
    String code();

    @Message("Region")
    String region();

    @Message("Its calendar and its zone say within which hours cases of this group are due.")
    String regionHint();

    @Message("Support Lead")
    String supportLead();

    @Message("Gets the digest of this group, and owns its new cases.")
    String supportLeadHint();

    @Message("Also alerts")
    String alsoAlerts();

    @Message("Up to {most} others who get the digest of this group.")
    String alsoAlertsHint(int most);

    @Message("Manager")
    String manager();

    @Message("Sees this group as one of their own.")
    String managerHint();

    @Message("Threshold")
    String threshold();

    @Message("A customer of this group is unhappy whose overall rating is at or below it. Left empty: the portal's"
            + " threshold.")
    String groupThresholdHint();

    @Message("Cases a day")
    String dailyCap();

    @Message("The most cases of this group in one day's digest. The others wait, and lead the next one. Customers who"
            + " asked to be contacted are always listed, and with 0 nobody else is. Left empty: no limit.")
    String dailyCapHint();

    @Message("Email")
    String email();

    @Message("Digests go to this address. Without one, this contact cannot be reached by mail.")
    String emailHint();

    @Message("Mobile")
    String mobile();

    @Message("The number for text messages, with the code of its country, such as +4930123456.")
    String mobileHint();

    @Message("Language")
    String language();

    @Message("The language of what this contact is sent, such as de or pt-BR: English, German, French, Spanish,"
            + " Portuguese or Japanese. Left empty, or another one: the portal's.")
    String languageHint();

    @Message("The language of what is sent, where a contact has none of their own: English, German, French, Spanish,"
            + " Portuguese or Japanese. Another one: English.")
    String portalLanguageHint();

    @Message("Time zone")
    String timeZone();

    @Message("Whose clocks count for what this contact is sent. Left empty: the portal's.")
    String contactZoneHint();

    @Message("Whose clocks count for the hours of the calendar. Left empty: the portal's.")
    String regionZoneHint();

    @Message("Whose clocks count for the alert time, for weekends and for the dates of reports.")
    String portalZoneHint();

    @Message("Job title")
    String jobTitle();

    @Message("As it stands in a signature.")
    String jobTitleHint();

    @Message("Hours")
    String contactHours();

    @Message("As they stand in a signature, such as Mon to Fri, 9 to 17.")
    String contactHoursHint();

    @Message("Told by")
    String channels();

    @Message("A contact who is told by text message alone gets no digest, and so no text message about one.")
    String channelsHint();

    @Message("Channel for requests")
    String regionChannel();

    @Message("Requests of this region are posted there, whatever else the channel takes.")
    String regionChannelHint();

    @Message("Kind")
    String channelKind();

    @Message("Teams and Slack get cards for people, a webhook gets signed events for a program.")
    String channelKindHint();

    @Message("Microsoft Teams")
    String teams();

    @Message("Slack")
    String slack();

    @Message("Webhook")
    String webhook();

    @Message("Address")
    String channelUrl();

    @Message("Of a webhook alone: an address on the web with https. The address of Teams and Slack is a secret, which"
            + " is set after saving.")
    String channelUrlHint();

    @Message("A webhook has an address on the web, and Teams and Slack have none here.")
    String channelUrlWrong();

    @Message("What is posted")
    String channelEvents();

    @Message("What became of cases, and follow-up surveys, are not posted yet.")
    String channelEventsHint();

    @Message("Customers to contact")
    String eventFlagged();

    @Message("Immediate alerts")
    String eventImmediate();

    @Message("Requests")
    String eventRequest();

    @Message("Digests that were built")
    String eventDigest();

    @Message("What became of cases")
    String eventCase();

    @Message("Follow-up surveys")
    String eventFollowUp();

    @Message("What admins hear of")
    String eventAdmin();

    @Message("Of these groups")
    String channelGroups();

    @Message("Of the groups of these regions")
    String channelRegions();

    @Message("Codes, one a line. Left empty: of all.")
    String channelFilterHint();

    @Message("Up to {n} codes, one a line.")
    String channelFilterWrong(String n);

    @Message("Posts")
    String channelActive();

    @Message("Mail and text message")
    String byBoth();

    @Message("Mail")
    String byMail();

    @Message("Text message")
    String byText();

    @Message("Calendar")
    String calendar();

    @Message("The hours and holidays of the groups in this region. Left empty: Monday to Friday from 09:00 to 17:00.")
    String calendarHint();

    @Message("Public holidays of")
    String country();

    @Message("A country or a part of one, such as de or de-by, whose public holidays are free. Left empty: none are.")
    String countryHint();

    @Message("Working hours")
    String workingHours();

    @Message("One or more spans for each weekday, such as 09:00-12:00, 13:00-17:00. Left empty: the day is free. A span"
            + " such as 22:00-06:00 ends on the next day.")
    String workingHoursHint();

    @Message("More free days")
    String holidays();

    @Message("One day a line, such as 2026-12-24.")
    String holidaysHint();

    @Message("Days that are worked")
    String workdays();

    @Message("One day a line; it is worked although it is a holiday or its weekday is free.")
    String workdaysHint();

    @Message("The name that stands on every page and in every digest.")
    String portalNameHint();

    @Message("Alert time")
    String alertTime();

    @Message("When the digest goes out each day, on the clocks of the portal's zone.")
    String alertTimeHint();

    @Message("Text messages")
    String sms();

    @Message("With each digest, how many unhappy customers it lists, to contacts with a mobile number.")
    String smsHint();

    @Message("Weekend Alerts")
    String weekendAlerts();

    @Message("Without them the text messages of Saturday and Sunday are one with Monday's; mails go out all the same.")
    String weekendAlertsHint();

    @Message("A YES is told at once")
    String immediateOnYes();

    @Message("Whoever gets the cases of a group hears at once of a customer who asks to be contacted, by mail and text"
            + " message; the digest lists the case as well. What a rule says is told at once in any case.")
    String immediateOnYesHint();

    @Message("Quiet time")
    String quietHours();

    @Message("Such as 20:00-08:00, on each contact's own clocks. Text messages, and what is told at once, wait until it"
            + " is over; digests by mail do not. Left empty: there is none.")
    String portalQuietHoursHint();

    @Message("Such as 20:00-08:00, on the clocks of this contact. What they are sent waits until it is over; a digest"
            + " does where it covers the alert time. Left empty: the portal's. NONE: there is none.")
    String quietHoursHint();

    @Message("Write a time of the day, such as 20:00-08:00, that ends at another time than it begins.")
    String portalQuietHoursWrong();

    @Message("Write a time of the day, such as 20:00-08:00, that ends at another time than it begins, or NONE.")
    String quietHoursWrong();

    @Message("Told at once in quiet time, too")
    String immediateInQuietHours();

    @Message("What a rule, a YES or an urgent request tells at once does not wait until quiet time is over.")
    String immediateInQuietHoursHint();

    @Message("Repaired too late for its digest")
    String lateDigest();

    @Message("What happens with a response that waited in quarantine until its digest had gone out.")
    String lateDigestHint();

    @Message("Late, in days")
    String lateDays();

    @Message("A response that was received more days before is history: it is in reports, and in no digest.")
    String lateDaysHint();

    @Message("Admins")
    String admins();

    @Message("The contacts who hear of invalid data, and of groups that nobody can be reached for.")
    String adminsHint();

    @Message("Overall rating")
    String overall();

    @Message("The measure that says how satisfied a customer is on the whole.")
    String overallHint();

    @Message("Measures")
    String measures();

    @Message("What surveys ask for, each on its own scale. A row without a name is none; yes or no (fcr) has no scale.")
    String measuresHint();

    @Message("A customer is unhappy whose overall rating is at or below it. Groups can have a threshold of their own.")
    String thresholdHint();

    @Message("Unhappy, and left the contact question blank")
    String lowUnanswered();

    @Message("Whether such a customer may be contacted.")
    String lowUnansweredHint();

    @Message("Happy, and left the contact question blank")
    String highUnanswered();

    @Message("Whether such a customer is shown as an opportunity.")
    String highUnansweredHint();

    @Message("Responses need a segment")
    String segmentRequired();

    @Message("A response without one waits in quarantine.")
    String segmentRequiredHint();

    @Message("Address of tickets")
    String ticketUrlPrefix();

    @Message("A ticket's number behind it leads to the ticket, such as https://desk.example.com/tickets/.")
    String ticketUrlPrefixHint();

    @Message("Duplicate window, in days")
    String duplicateWindow();

    @Message("Within it a newer response of the same ticket replaces the one before.")
    String duplicateWindowHint();

    @Message("Give a name of at most {most} characters.")
    String nameWrong(int most);

    @Message("A code has 1 to 64 letters, digits, dots, hyphens and underscores.")
    String codeWrong();

    @Message("Choose one of the list.")
    String choiceWrong();

    @Message("Choose at most {most}, each one of the list.")
    String choicesWrong(int most);

    @Message("Write a number, such as 2 or 2.5.")
    String numberWrong();

    @Message("Write a whole number from {least} to {most}.")
    String wholeWrong(int least, String most);

    @Message("Write an email address, such as kim@example.com.")
    String emailWrong();

    @Message("Write the number with the code of its country, such as +4930123456.")
    String mobileWrong();

    @Message("Write a language tag, such as en or pt-BR.")
    String languageWrong();

    @Message("Write a time zone, such as Europe/Berlin.")
    String timeZoneWrong();

    @Message("Write at most {most} characters on one line.")
    String textWrong(int most);

    @Message("Give hours to one weekday at least.")
    String hoursMissing();

    @Message("Write spans that do not overlap, such as 09:00-12:00, 13:00-17:00.")
    String spansWrong();

    @Message("Choose a country or a part of one from the list, such as de or de-by.")
    String countryWrong();

    @Message("Write one day a line, such as 2026-12-24, and at most {most}.")
    String daysWrong(String most);

    @Message("Write a time, such as 09:00.")
    String timeWrong();

    @Message("Choose one of the measures, and one that is a score.")
    String overallWrong();

    @Message("Give each measure a name of its own without blanks, a kind, and a scale whose end is above its beginning;"
            + " there are at most {most}.")
    String measuresWrong(int most);

    @Message("Write an address that begins with https:// or http://.")
    String webAddressWrong();
}
