package io.amends.dashboard.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages; English is the first language (C11). Named by what they say, not by where. */
@MessageBundle
public interface Words {
    @Message("just now")
    String justNow();

    @Message("{n} min ago")
    String minutesAgo(long n);

    @Message("{n} h ago")
    String hoursAgo(long n);

    @Message("yesterday {time}")
    String yesterdayAt(String time);

    @Message("{place} time")
    String placeTime(String place);

    @Message("{value} of {max}")
    String score(String value, String max);

    @Message("No overall rating")
    String noOverall();

    @Message("Name not given")
    String nameless();

    @Message("Nobody is waiting to be contacted{#if narrowed} within these filters{/if}.")
    String nobodyWaits(boolean narrowed);

    @Message("{#if count == 1}1 customer is{#else}{shown} customers are{/if} waiting {wish}")
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

    @Message("{#if total == 1}1 response{#else}{shown} responses{/if} in this view")
    String responsesInView(long total, String shown);

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

    @Message("Asked to be contacted")
    String choiceYes();

    @Message("Asked not to be contacted")
    String choiceNo();

    @Message("Was asked about contact, and left it blank")
    String choiceUnanswered();

    @Message("Was not asked about contact")
    String choiceNotAsked();

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

    @Message("A follow-up survey was requested.")
    String followUpRequested();

    @Message("No follow-up survey was requested: {reason}.")
    String followUpSkipped(String reason);

    @Message("the customer asked not to be contacted")
    String skippedRefused();

    @Message("the recovery tag was removed from the case")
    String skippedTag();

    @Message("it was not asked for when the case was closed")
    String skippedNotRequested();

    @Message("the decision did not ask for one")
    String skippedNoFollowUp();

    @Message("Please give your name: a note needs an author.")
    String authorMissing();

    @Message("Please choose how it ended.")
    String outcomeMissing();

    @Message("Please write what was said, too. Nothing is saved without it.")
    String noteMissing();

    @Message("A note has at most {most} characters.")
    String noteTooLong(int most);

    @Message("A root cause has at most {most} characters.")
    String causeTooLong(int most);

    @Message("Resolved")
    String outcomeResolved();

    @Message("Resolved by the customer")
    String outcomeResolvedByCustomer();

    @Message("Not resolved")
    String outcomeUnresolved();

    @Message("Customer did not respond")
    String outcomeUnresponsive();

    @Message("Customer refused contact")
    String outcomeContactRefused();

    @Message("No recovery needed")
    String outcomeNotNeeded();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("This link is not valid. It may have been cut off by the mail program. Sign in to see the report.")
    String linkForged();

    @Message("This link has expired. Sign in to see the report.")
    String linkExpired();

    @Message("This link is not valid any more: its recipient has left the directory. Sign in to see the report.")
    String linkVoid();

    @Message("Your URL is formed correctly but we couldn't find any surveys that matched the criteria in your URL")
    String notFound();

    @Message("The customer has since answered again for the same ticket. The newer response has replaced this one.")
    String causeReplaced();

    @Message("The response has since been assigned to another support group.")
    String causeReassigned();

    @Message("The response is not in this list any more: the customer changed their answer, or it was decided anew.")
    String causeNotListed();

    @Message("Your note is saved. It stands with the response where it is now.")
    String savedElsewhere();

    @Message(
            "Nothing was closed: the response has another case now than the one you saw. Please look at this one first.")
    String anotherCase();

    @Message(
            "Nothing was closed: this form does not say which case it closes. Please look at this one, then close it here.")
    String caseNotNamed();

    @Message("This form names two responses or two cases. Please open the page again, and choose one.")
    String namesTwo();

    @Message(
            "No response matches this address. It may not have arrived yet, or the customer's answer needed no recovery.")
    String causeNone();

    @Message("The address needs exactly two of rgid (support group), date (yyyy-mm-dd) and tid (ticket).")
    String needsTwo();

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

    @Message("and {n} more")
    String moreFactors(int n);

    @Message("Times are in {zone}.")
    String timesIn(String zone);

    @Message("As the report stood on {moment}")
    String asOf(String moment);

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

    @Message("{from}–{to} of {total}")
    String rowsOf(String from, String to, String total);

    @Message("A part of Amends cannot be reached just now. Nothing was saved. Please try again shortly.")
    String away();

    @Message("Open")
    String caseOpen();

    @Message("Closed")
    String caseClosed();

    @Message("{name} is waiting to hear from you.")
    String contact(String name);

    @Message("{name} asked not to be contacted.")
    String doNotContact(String name);

    @Message("{name} is not to be contacted.")
    String notToBeContacted(String name);

    @Message("{name} has no open case.")
    String noCase(String name);

    @Message("{name} does not need to be contacted.")
    String noContactNeeded(String name);

    @Message("This customer")
    String thisCustomer();

    @Message("The customer")
    String theCustomer();

    @Message("Prefers a call")
    String prefersCall();

    @Message("Prefers email")
    String prefersEmail();

    @Message("Prefers {way}")
    String prefersOther(String way);

    @Message("{n} of {m}")
    String position(int n, int m);

    @Message("{name} has not been reached yet.")
    String notReached(String name);

    @Message("{name} has been spoken to.")
    String spokenTo(String name);

    @Message("The case of {name} is closed.")
    String closedFor(String name);

    @Message("The case of this customer is closed.")
    String closed();
}
