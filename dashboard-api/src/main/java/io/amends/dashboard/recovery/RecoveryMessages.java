package io.amends.dashboard.recovery;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the notes dialog; English is the first language (C11). */
@MessageBundle(value = "recovery", locale = "en")
public interface RecoveryMessages {
    @Message("Service recovery notes")
    String title();

    @Message("Skip to your notes")
    String skipToNotes();

    @Message("Back to the responses")
    String back();

    @Message("Saved.")
    String saved();

    // How things stand: the first line.

    @Message("Recovery Request")
    String recoveryRequest();

    @Message("Positive Follow-Up Request")
    String followUpRequest();

    @Message("By phone")
    String byCall();

    @Message("By email")
    String byEmail();

    @Message("Urgent")
    String urgent();

    @Message("Staff asked for this. No survey has come yet.")
    String noSurveyYet();

    @Message("Filed")
    String filed();

    @Message("File a request")
    String fileRequest();

    @Message("Who was told")
    String whoWasTold();

    @Message("Your request is filed, and this is its case.")
    String requestFiled();

    @Message("Your request is filed. The ticket had this case already: the request is its newest note.")
    String requestJoined();

    @Message("the customer has answered a survey already")
    String skippedAnswered();

    @Message("the customer wants no surveys")
    String skippedOptedOut();

    @Message("{name} is waiting to hear from you.")
    String waitsToHear(String name);

    @Message("{name} has not been reached yet.")
    String notReached(String name);

    @Message("{name} has been spoken to.")
    String spokenTo(String name);

    @Message("{name} asked not to be contacted.")
    String doNotContact(String name);

    @Message("{name} is not to be contacted.")
    String notToBeContacted(String name);

    @Message("{name} has no open case.")
    String noCase(String name);

    @Message("{name} does not need to be contacted.")
    String noContactNeeded(String name);

    @Message("The case of {name} is closed.")
    String closedFor(String name);

    @Message("The case of this customer is closed.")
    String closed();

    @Message("This customer")
    String thisCustomer();

    @Message("The customer")
    String theCustomer();

    // What the customer said.

    @Message("What the customer said")
    String whatCustomerSaid();

    @Message("Experience factors")
    String factors();

    @Message("Show the whole comment")
    String wholeComment();

    @Message("Show less")
    String lessComment();

    @Message("The customer left no comment.")
    String noComment();

    @Message("Why it is here:")
    String whyHere();

    @Message("Customer")
    String customer();

    @Message("Contact")
    String contact();

    @Message("Prefers a call")
    String prefersCall();

    @Message("Prefers email")
    String prefersEmail();

    @Message("Prefers {way}")
    String prefersOther(String way);

    @Message("Segment")
    String segment();

    @Message("Ticket")
    String ticket();

    @Message("Group")
    String group();

    @Message("Agent")
    String agent();

    @Message("Received")
    String received();

    @Message("Earlier answers about this ticket ({n})")
    String earlier(int n);

    // The note.

    @Message("Your note")
    String yourNote();

    @Message("Nothing was saved yet.")
    String nothingSaved();

    @Message("Please do not call or write. You can still note what was done inside the team.")
    String noteInsideTeam();

    @Message("Your name")
    String yourName();

    @Message("Spoke to customer?")
    String spokeToCustomer();

    @Message("Leave it unticked if you only left a voicemail.")
    String onlyVoicemail();

    @Message("Notes")
    String notes();

    @Message("Once saved, a note cannot be changed.")
    String unchangeable();

    @Message("Previous")
    String previous();

    @Message("Save")
    String save();

    @Message("Next")
    String next();

    @Message("{n} of {m}")
    String position(int n, int m);

    @Message("All three buttons save.")
    String allSave();

    @Message("Please give your name: a note needs an author.")
    String authorMissing();

    @Message("Please write what was said, too. Nothing is saved without it.")
    String noteMissing();

    @Message("A note has at most {most} characters.")
    String noteTooLong(int most);

    @Message("Guidance for the call")
    String guidance();

    @Message("Read the ticket first, so that nothing has to be told twice.")
    String tipReadTicket();

    @Message("Thank them for the answer, and say that you are sorry for what happened.")
    String tipThank();

    @Message("Ask what went wrong and listen to the end. Do not defend the team.")
    String tipListen();

    @Message("Agree on one thing you will do, and by when.")
    String tipAgree();

    @Message("No answer? Leave your name and when you will call again, no details of the ticket.")
    String tipVoicemail();

    // What the browser says while a note is written and sent.

    @Message("Saving…")
    String saving();

    @Message("Discard")
    String discard();

    @Message("Draft discarded.")
    String draftDiscarded();

    @Message("Draft kept on this device.")
    String draftKept();

    @Message("Your draft from before is back. It is not saved yet.")
    String draftBack();

    @Message("What you filled in since then is not saved yet.")
    String restNotSaved();

    @Message("What you typed after that is kept as a draft with the response before.")
    String restKept();

    @Message("What you typed is kept as a draft with the response before.")
    String allKept();

    @Message("Amends did not answer just now.")
    String notAnswered();

    @Message("Amends refused it.")
    String refused();

    @Message("Load the page again")
    String loadAgain();

    @Message("Nothing was done with the case.")
    String caseNotClosed();

    @Message("Your note is not saved, but kept as a draft on this device.")
    String noteNotSaved();

    // The case.

    @Message("Case")
    String caseHead();

    @Message("Open")
    String caseOpen();

    @Message("Closed")
    String caseClosed();

    @Message("Owner")
    String owner();

    @Message("Due")
    String due();

    @Message("Overdue")
    String overdue();

    @Message("Outcome")
    String outcome();

    @Message("Root cause")
    String rootCause();

    @Message("The root cause that you typed:")
    String typedCause();

    @Message("Checking whether a follow-up survey goes out…")
    String checksFollowUp();

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

    @Message("Close the case")
    String closeCase();

    @Message("Choose how it ended")
    String chooseOutcome();

    @Message("What led to it, in a few words")
    String causeHint();

    @Message("Send the follow-up survey")
    String sendFollowUp();

    @Message("Closing is recorded on the case. A new unhappy answer opens it again.")
    String closingHint();

    @Message("Please choose how it ended.")
    String outcomeMissing();

    // Who may decide what becomes of the case, and what others propose.

    @Message("A report's link opens the dialog to read and to note. To close a case, please sign in.")
    String closingNeedsSignIn();

    @Message("Sign in to close the case")
    String signInToClose();

    @Message("What becomes of this case is for the lead of its group and for admins to decide.")
    String decidingNotYours();

    @Message("You may read this, and not write notes on it.")
    String notingNotYours();

    @Message("Propose to close")
    String proposeClosing();

    @Message("The lead of the group decides, or an admin. Until then nothing changes.")
    String proposingHint();

    @Message("Reason")
    String reason();

    @Message("What whoever decides should know")
    String reasonHint();

    @Message("Please say why the case should be closed.")
    String reasonMissing();

    @Message("Hand the case over")
    String handOver();

    @Message("Propose to hand it over")
    String proposeHandingOver();

    @Message("The new owner answers for the case. Its group and when it is due stay as they are.")
    String handingOverMeans();

    @Message("New owner")
    String newOwner();

    @Message("Choose who gets it")
    String chooseOwner();

    @Message("Please choose who is to have the case.")
    String ownerMissing();

    @Message("Decline the case")
    String decline();

    @Message("Propose to decline it")
    String proposeDeclining();

    @Message(
            "Nobody works on it: it is closed as “No recovery needed” with your reason, and no survey asks about it. A new unhappy answer opens it again.")
    String decliningMeans();

    @Message("Why")
    String why();

    @Message("Please say why.")
    String whyMissing();

    @Message("A reason has at most {most} characters.")
    String reasonTooLong(int most);

    @Message("{name} proposes to close this case with the outcome “{outcome}”.")
    String proposesToClose(String name, String outcome);

    @Message("{name} proposes to decline this case: nobody would work on it.")
    String proposesToDecline(String name);

    @Message("{name} proposes to hand this case over to {owner}.")
    String proposesToHandOver(String name, String owner);

    @Message("Proposed")
    String proposedAt();

    @Message("It waits for the lead of the group, or an admin, to decide.")
    String waitsForDecision();

    @Message("Your answer, if you want to give one")
    String yourAnswer();

    @Message("Accept")
    String accept();

    @Message("Refuse")
    String refuse();

    @Message("Please accept or refuse one proposal.")
    String decisionMissing();

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

    @Message("Nothing was done: the response has another case now than the one you saw. Please look at this one first.")
    String anotherCase();

    @Message(
            "Nothing was done: this form does not say which case it is about. Please look at this one, then try again here.")
    String caseNotNamed();

    // The log.

    @Message("Log")
    String log();

    @Message("No notes yet. What you save appears here, newest first.")
    String noNotes();

    // A response that is elsewhere, or an address that leads nowhere.

    @Message("Not found")
    String notFoundTitle();

    @Message("Your URL is formed correctly but we couldn't find any surveys that matched the criteria in your URL")
    String notFound();

    @Message(
            "No response matches this address. It may not have arrived yet, or the customer's answer needed no recovery.")
    String causeNone();

    @Message("The customer has since answered again for the same ticket. The newer response has replaced this one.")
    String causeReplaced();

    @Message("The response has since been assigned to another support group.")
    String causeReassigned();

    @Message("The response is not in this list any more: the customer changed their answer, or it was decided anew.")
    String causeNotListed();

    @Message("Your note is saved. It stands with the response where it is now.")
    String savedElsewhere();

    @Message("Your note is not saved yet.")
    String notSaved();

    @Message("What you typed is below.")
    String typedBelow();

    @Message("Nothing was closed.")
    String nothingClosed();

    @Message("The outcome that you chose:")
    String chosenOutcome();

    @Message("Save it with the response where it is now")
    String saveThere();

    @Message("What you typed")
    String whatYouTyped();

    @Message("Copy it before you leave this page.")
    String copyIt();

    @Message("Show where it is now")
    String showWhere();

    @Message("Previous in this report")
    String previousInReport();

    @Message("Next in this report")
    String nextInReport();

    @Message("Back to what was open")
    String backToOpen();

    // An address that does not open the dialog.

    @Message("The address needs exactly two of rgid (support group), date (yyyy-mm-dd) and tid (ticket).")
    String needsTwo();

    @Message("This form names two responses or two cases. Please open the page again, and choose one.")
    String namesTwo();

    @Message("This link is not valid. It may have been cut off by the mail program. Sign in to see the report.")
    String linkForged();

    @Message("This link has expired. Sign in to see the report.")
    String linkExpired();

    @Message("This link is not valid any more: its recipient has left the directory. Sign in to see the report.")
    String linkVoid();
}
