package io.amends.dashboard.preferences.entries;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the lists and forms of groups, contacts, segments, regions, calendars and channels; English is the first language (C11). */
@MessageBundle(value = "entries", locale = "en")
public interface EntriesMessages {
    @Message("{#plural n}{#one}1 support group{#other}{n} support groups{/plural}.")
    String groupsHead(long n);

    @Message("{#plural n}{#one}1 contact{#other}{n} contacts{/plural}.")
    String contactsHead(long n);

    @Message("{#plural n}{#one}1 segment{#other}{n} segments{/plural}.")
    String segmentsHead(long n);

    @Message("{#plural n}{#one}1 region{#other}{n} regions{/plural}.")
    String regionsHead(long n);

    @Message("{#plural n}{#one}1 calendar{#other}{n} calendars{/plural}.")
    String calendarsHead(long n);

    @Message("{#plural n}{#one}1 channel{#other}{n} channels{/plural}.")
    String channelsHead(long n);

    @Message("{found} of {n} match.")
    String found(String found, String n);

    @Message("A support group resolves tickets. Its Support Lead and up to six others get its digest.")
    String groupsExplained();

    @Message("A contact is a person who can be alerted: who leads a group, also hears of it, manages it or administers"
            + " the portal.")
    String contactsExplained();

    @Message("Segments group customers, such as by contract.")
    String segmentsExplained();

    @Message("A region says in which zone and by which calendar its support groups work.")
    String regionsExplained();

    @Message("A calendar says when people work. What is due is due within its hours.")
    String calendarsExplained();

    @Message("On a channel Amends posts what happens: in a room of Teams or Slack, or to a program such as your CRM.")
    String channelsExplained();

    @Message("There is no support group yet")
    String noGroups();

    @Message("There is no contact yet")
    String noContacts();

    @Message("There is no segment yet")
    String noSegments();

    @Message("There is no region yet")
    String noRegions();

    @Message("There is no calendar yet")
    String noCalendars();

    @Message("There is no channel yet")
    String noChannels();

    @Message("Nothing matches")
    String nothingMatches();

    @Message("Show all")
    String showAll();

    @Message("New group")
    String newGroup();

    @Message("New contact")
    String newContact();

    @Message("New segment")
    String newSegment();

    @Message("New region")
    String newRegion();

    @Message("New calendar")
    String newCalendar();

    @Message("New channel")
    String newChannel();

    @Message("Secrets, test and health")
    String connection();

    @Message("Switched off")
    String switchedOff();

    @Message("Name, code, words")
    String searchHint();

    @Message("Search in this list")
    String searchList();

    @Message("Search")
    String search();

    @Message("Import")
    String importing();

    @Message("Export CSV")
    String export();

    @Message("Details")
    String details();

    @Message("{from} to {to} of {all}")
    String shown(String from, String to, String all);

    @Message("Pages of the list")
    String pages();

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("What is stored cannot be read. Delete it, or put it anew.")
    String unreadable();

    @Message("{name} is saved.")
    String saved(String name);

    @Message("{code} is deleted.")
    String deleted(String code);

    @Message("Imported: {added} new, {changed} changed.")
    String imported(String added, String changed);

    @Message("Lead: {name}")
    String leadIs(String name);

    @Message("No Support Lead")
    String noLead();

    @Message("No email")
    String noEmail();

    @Message("Monday to Friday from 09:00 to 17:00")
    String usualHours();

    @Message("No public holidays")
    String noPublicHolidays();

    @Message("Public holidays: {place}")
    String publicHolidays(String place);

    @Message("Surveys name it by this code, and it never changes. {words}")
    String codeHint(String words);

    @Message("There is one with this code already.")
    String codeTaken();

    @Message("Somebody else has changed this while you wrote. Nothing of yours is lost: it is in the form below. Save"
            + " to put it over theirs.")
    String changedMeanwhile();

    @Message("Somebody else has deleted this while you wrote. Nothing of yours is lost: save to make it anew.")
    String deletedMeanwhile();

    @Message("What differs")
    String differences();

    @Message("Delete…")
    String delete();

    @Message("Delete {name}?")
    String deleteHead(String name);

    @Message("Delete")
    String deleteNow();

    @Message("Keep it")
    String keep();

    @Message("Nothing refers to it. It cannot be brought back.")
    String nothingRefers();

    @Message("These refer to it:")
    String theseRefer();

    @Message("They go on without it until they are given another one. It cannot be brought back.")
    String goOnWithout();

    @Message("Give them another one first.")
    String giveAnother();

    @Message("the portal itself")
    String portalItself();

    @Message("What this means")
    String meaning();

    @Message("Hours and days off are shown in {zone}; a region can have another one.")
    String meaningZone(String zone);

    @Message("The next working hours")
    String nextHours();

    @Message("The next days off")
    String nextDaysOff();

    @Message("No day off within a year.")
    String noDayOff();

    @Message("{day}, {from} to {to}")
    String span(String day, String from, String to);

    @Message("{day}, {from} to {to} of the next day")
    String spanOvernight(String day, String from, String to);

    @Message("{day}: {name}")
    String dayOff(String day, String name);

    @Message("Show what it means")
    String preview();
}
