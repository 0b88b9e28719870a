package io.amends.dashboard.responses;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the Responses page, and of the page that is there before any portal; English is the first language (C11). */
@MessageBundle(value = "responses", locale = "en")
public interface ResponsesMessages {
    @Message("File a request")
    String fileRequest();

    @Message("Responses")
    String title();

    @Message("Nobody is waiting to be contacted{#if narrowed} within these filters{/if}.")
    String nobodyWaits(boolean narrowed);

    @Message("{#plural count}{#one}1 customer is{#other}{shown} customers are{/plural} waiting {wish}")
    String waiting(long count, String shown, String wish);

    @Message("{#if narrowed} within these filters{/if}.")
    String sinceToday(boolean narrowed);

    @Message("{#if narrowed} within these filters{/if}, "
            + "{#if older == count}since yesterday{#else}{older} since yesterday{/if}.")
    String sinceYesterday(long count, long older, boolean narrowed);

    @Message("{#if narrowed} within these filters{/if}, {#if count > 1}the longest {/if}since {date}.")
    String longestSince(long count, String date, boolean narrowed);

    @Message("for a call")
    String forCall();

    @Message("for an email")
    String forEmail();

    @Message("to be contacted")
    String toBeContacted();

    @Message("{#plural total}{#one}1 response{#other}{shown} responses{/plural} in this view")
    String responsesInView(long total, String shown);

    @Message("As the report stood on {moment}")
    String asOf(String moment);

    @Message("This view cannot be shown.")
    String cannotBeShown();

    @Message("“From” is no date. Please write it as 2026-11-20: year, month, day.")
    String fromNoDate();

    @Message("“To” is no date. Please write it as 2026-11-20: year, month, day.")
    String toNoDate();

    @Message("The last day is before the first one.")
    String toBeforeFrom();

    @Message("The search is too long. It can have 200 characters.")
    String searchTooLong();

    @Message("Amends does not know what “{parameter}” says in the address of this page.")
    String addressUnknown(String parameter);

    @Message("Proposals")
    String proposals();

    @Message("Quarantine")
    String quarantine();

    @Message("Move to another group")
    String reassign();

    @Message("Filters")
    String filters();

    @Message("Lists")
    String lists();

    @Message("All, notes hidden")
    String srnN();

    @Message("All")
    String srnY();

    @Message("Needs recovery")
    String srnR();

    @Message("No notes yet")
    String srnX();

    @Message("With notes")
    String srnW();

    @Message("Never spoken to")
    String srnV();

    @Message("Spoken to")
    String srnS();

    @Message("Every response rated at or below the threshold of its group. "
            + "Closed cases and history without a case are among them.")
    String hintR();

    @Message("Responses rated at or below the threshold of their group that nobody has written a note on. "
            + "Closed cases and history without a case are among them.")
    String hintX();

    @Message("Somebody has written a note, but nobody has spoken to the customer.")
    String hintV();

    @Message("Support group")
    String supportGroup();

    @Message("All groups")
    String allGroups();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Show")
    String show();

    @Message("CSV")
    String csv();

    @Message("Waiting")
    String waitingIs();

    @Message("Search: {q}")
    String searchIs(String q);

    @Message("From {date}")
    String fromIs(String date);

    @Message("To {date}")
    String toIs(String date);

    @Message("Group: {name}")
    String groupIs(String name);

    @Message("Remove this filter")
    String removeFilter();

    @Message("remove")
    String remove();

    @Message("Clear filters")
    String clearFilters();

    @Message("Search all responses")
    String searchAll();

    @Message("Survey responses")
    String table();

    @Message("Received")
    String received();

    @Message("Customer")
    String customer();

    @Message("Overall")
    String overall();

    @Message("Factors")
    String factors();

    @Message("Comment")
    String comment();

    @Message("Group")
    String group();

    @Message("Agent")
    String agent();

    @Message("Notes")
    String notes();

    @Message("No case")
    String tagNoCase();

    @Message("Spoken to")
    String tagSpokenTo();

    @Message("Do not contact")
    String tagDoNotContact();

    @Message("Case closed")
    String tagClosed();

    @Message("Contact first")
    String tagFirst();

    @Message("To contact")
    String tagToContact();

    @Message("why")
    String why();

    @Message("it was decided so for {name}")
    String whyFor(String name);

    @Message("and {n} more")
    String moreFactors(int n);

    @Message("No comment")
    String noComment();

    @Message("Notes for {name}")
    String notesFor(String name);

    @Message("{from}–{to} of {total}")
    String rowsOf(String from, String to, String total);

    @Message("move")
    String keyMoves();

    @Message("notes")
    String keyOpensNotes();

    @Message("search")
    String keySearches();

    @Message("Pages of the report")
    String pagesOfReport();

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("Nothing matches these filters")
    String nothingMatches();

    @Message("Remove one of them, or clear them all.")
    String removeOne();

    @Message("No responses yet")
    String noneYet();

    @Message("Each customer's survey answer appears here within seconds of arriving. "
            + "Send the first one from your CRM, or by hand:")
    String howTheyCome();

    @Message("Each customer's survey answer appears here within seconds of arriving.")
    String theyCome();

    @Message("No support group is yours yet")
    String noGroups();

    @Message(
            "Here are the answers about your support groups. An admin makes you Support Lead, Also Alert or manager of a "
                    + "group, or names the group for you.")
    String howGroupsCome();

    @Message("Your portals")
    String yourPortals();

    @Message("You are in {#plural n}{#one}1 portal{#other}{n} portals{/plural}")
    String inPortals(int n);

    @Message("You are in no portal yet")
    String inNoPortal();

    @Message("You are signed in, and nobody has given you a role in a portal. An admin of the portal does that.")
    String howRolesCome();

    @Message("No page of {portal} is open to you")
    String noPage(String portal);

    @Message("What your role may do here is open to you by the API alone.")
    String byApiAlone();

    @Message("Begin")
    String begin();

    @Message("There is no portal yet")
    String noPortal();

    @Message("A portal is one organisation's space: its support groups, its people and its customers' answers. "
            + "Make the first one, and this page leads to its responses.")
    String whatPortalIs();

    @Message("Or stop Amends and run {command} to look around in a sample portal first.")
    String orDemo(String command);

    @Message("Look again")
    String lookAgain();

    @Message("Make a portal")
    String makePortal();
}
