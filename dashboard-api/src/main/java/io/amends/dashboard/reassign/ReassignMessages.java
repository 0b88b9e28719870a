package io.amends.dashboard.reassign;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the page that gives responses to another support group; English is the first language (C11). */
@MessageBundle(value = "reassign", locale = "en")
public interface ReassignMessages {
    @Message("Move to another group")
    String title();

    @Message(
            "{#plural n}{#one}Move 1 response to another support group{#other}Move {shown} responses to another support"
                    + " group{/plural}")
    String headline(long n, String shown);

    @Message("There is no response to move")
    String none();

    @Message("No response matches the filters of the list. Go back, and take one away.")
    String noneWords();

    @Message("Notes and cases go with them, later alerts go to the new lead, and old links say where they went. You see"
            + " what moves before anything does.")
    String explained();

    @Message("Which")
    String which();

    @Message("{#plural n}{#one}The only one of the list{#other}All {shown} of the list{/plural}")
    String all(long n, String shown);

    @Message("{#plural n}{#one}The only response of the portal that you see{#other}All {shown} responses of the portal"
            + " that you see, since the list has no filter{/plural}")
    String everything(long n, String shown);

    @Message("The list has no filter: these are all responses of the portal that you may move.")
    String noFilter();

    @Message("Nothing was moved: choose whether all of the list move, or those that are ticked.")
    String sayWhich();

    @Message("Those that are ticked below")
    String ticked();

    @Message("The first {n} are shown here. To tick others, narrow the list.")
    String someShown(String n);

    @Message("These are more than {n}: narrow the list, or tick some.")
    String tooMany(String n);

    @Message("Support group that is to have them")
    String target();

    @Message("Choose a support group")
    String chooseGroup();

    @Message("Why")
    String reason();

    @Message("It stands in the history of each response and in the audit log.")
    String reasonHint();

    @Message("Look at it first")
    String look();

    @Message("Nothing was moved. Look at what is marked.")
    String lookAtMarked();

    @Message("Choose the support group that is to have them.")
    String groupMissing();

    @Message("Say why, in 1 to {n} characters.")
    String reasonMissing(int n);

    @Message("Tick at least one response.")
    String tickOne();

    @Message(
            "{#plural n}{#one}1 response would move to {group}{#other}{shown} responses would move to {group}{/plural}")
    String would(long n, String shown, String group);

    @Message("Nothing would move: all of them are in {group} already")
    String wouldNothing(String group);

    @Message("Because: {reason}")
    String because(String reason);

    @Message("Somebody has changed these since you looked. Look once more.")
    String changedMeanwhile();

    @Message("You may propose this. The lead of their groups or an admin decides; until then nothing changes.")
    String youPropose();

    @Message("A proposal has at most {n} responses: go back, and tick some of them.")
    String proposalTooLarge(String n);

    @Message("Move them")
    String move();

    @Message("Propose it")
    String propose();

    @Message("Back, and change nothing")
    String back();

    @Message("{customer}, ticket {ticket}, now in {group}")
    String example(String customer, String ticket, String group);

    @Message("{customer}, now in {group}")
    String exampleWithoutTicket(String customer, String group);

    @Message("{customer}, ticket {ticket}")
    String tickable(String customer, String ticket);

    @Message("{customer}, without a ticket")
    String tickableWithoutTicket(String customer);

    @Message("and {n} more")
    String more(String n);

    @Message("{#plural n}{#one}1 response moved to {group}{#other}{shown} responses moved to {group}{/plural}")
    String moved(long n, String shown, String group);

    @Message("Nothing moved: all of them were in {group} already")
    String movedNothing(String group);

    @Message(
            "Their cases and lists show it within moments. The next digest of {group} has those that an earlier digest had,"
                    + " marked as moved.")
    String soon(String group);

    @Message("{#plural n}{#one}1 response is proposed for {group}{#other}{shown} responses are proposed for"
            + " {group}{/plural}")
    String proposed(long n, String shown, String group);

    @Message("The lead of their groups or an admin decides. The proposals show what became of it.")
    String proposedWords();

    @Message("Proposals")
    String proposals();

    @Message("Back to the responses")
    String toResponses();

    @Message("You may see these responses, and neither move them nor propose it: ask the lead of their group.")
    String notForYou();

    @Message("Nothing was moved: what was chosen is not there any more. Choose again.")
    String notThere();

    @Message("The address names no responses. Go to the responses, and choose there.")
    String wrongAddress();

    @Message("survey-ingest did not answer. Some may have moved: look again, and what is there already stays.")
    String notReached();
}
