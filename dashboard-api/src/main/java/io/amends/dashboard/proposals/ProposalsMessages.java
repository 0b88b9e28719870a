package io.amends.dashboard.proposals;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the page of proposals, and of the line that leads to it; English is the first language (C11). */
@MessageBundle(value = "proposals", locale = "en")
public interface ProposalsMessages {
    @Message("Proposals")
    String title();

    @Message("{#plural n}{#one}1 proposal waits{#other}{shown} proposals wait{/plural} for a decision")
    String waiting(long n, String shown);

    @Message("No proposal waits for a decision")
    String nothingWaits();

    @Message("{#plural n}{#one}1 proposal{#other}{shown} proposals{/plural} accepted")
    String acceptedSoMany(long n, String shown);

    @Message("{#plural n}{#one}1 proposal{#other}{shown} proposals{/plural} refused")
    String refusedSoMany(long n, String shown);

    @Message("What others propose is for you to accept or to refuse. Until then nothing changes.")
    String forYou();

    @Message("The lead of the group decides, or an admin. Until then nothing changes.")
    String forOthers();

    @Message("Lists")
    String lists();

    @Message("Waiting")
    String listOpen();

    @Message("Accepted")
    String listAccepted();

    @Message("Refused")
    String listRefused();

    @Message("Pages of the list")
    String pages();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    // What is proposed.

    @Message("{who} proposes to close the case of {#if customer}{customer}{#else}ticket {ticket}{/if}"
            + " with the outcome “{outcome}”.")
    String close(String who, String customer, String ticket, String outcome);

    @Message("{who} proposes to decline the case of {#if customer}{customer}{#else}ticket {ticket}{/if}:"
            + " nobody would work on it.")
    String decline(String who, String customer, String ticket);

    @Message("{who} proposes to hand the case of {#if customer}{customer}{#else}ticket {ticket}{/if} over to {owner}.")
    String handOver(String who, String customer, String ticket, String owner);

    @Message("{who} proposes to move {#plural n}{#one}1 response{#other}{shown} responses{/plural}"
            + " from {from} to {to}.")
    String move(String who, long n, String shown, String from, String to);

    @Message("Yours")
    String own();

    @Message("Customer")
    String customer();

    @Message("Ticket")
    String ticket();

    @Message("Group")
    String group();

    @Message("Responses")
    String responses();

    @Message("and {n} more")
    String moreResponses(String n);

    @Message("If accepted")
    String preview();

    @Message("{#plural n}{#one}1 response moves{#other}{shown} responses move{/plural} to {to}.")
    String allMove(long n, String shown, String to);

    @Message("{shown} of {all} responses move to {to}: the others are there already.")
    String someMove(String shown, String all, String to);

    @Message("Nothing moves: all of them are in {to} already.")
    String noneMove(String to);

    @Message("Reason")
    String reason();

    @Message("Root cause")
    String rootCause();

    @Message("Proposed")
    String proposed();

    // What becomes of it.

    @Message("Your answer, if you want to give one")
    String yourAnswer();

    @Message("Accept")
    String accept();

    @Message("Refuse")
    String refuse();

    @Message("It waits for the lead of the group, or an admin, to decide.")
    String waitsForLead();

    @Message("It waits for an admin, or for somebody who leads all of these groups, to decide.")
    String waitsForAll();

    @Message("Decided")
    String decided();

    @Message("{name} accepted it.")
    String acceptedBy(String name);

    @Message("{name} refused it.")
    String refusedBy(String name);

    @Message("Answer")
    String answer();

    @Message("Accepted. What was proposed is done.")
    String accepted();

    @Message("Refused. All stays as it was.")
    String refused();

    @Message("You changed nothing. Somebody else was first, or things stand differently by now: {detail}"
            + " The list is as it is now.")
    String meanwhile(String detail);

    @Message("You changed nothing: this proposal is not there any more. The list is as it is now.")
    String gone();

    @Message("Nothing was decided: {detail}")
    String notDecided(String detail);

    @Message("Nothing was decided: an answer has at most {most} characters.")
    String tooLong(int most);

    @Message("Whether this is done is for the lead of its group and for admins to decide.")
    String notYours();

    @Message("Please accept or refuse one proposal.")
    String chooseOne();

    @Message("There is no such list of proposals.")
    String noSuchList();

    // What there is not.

    @Message("Proposals for cases cannot be shown just now: a part of Amends cannot be reached."
            + " Please try again shortly.")
    String casesAway();

    @Message("Proposals to move responses cannot be shown just now: a part of Amends cannot be reached."
            + " Please try again shortly.")
    String responsesAway();

    @Message("What somebody wants done who may not do it themselves stands here: to close, decline or hand over a case,"
            + " or to move responses to another group.")
    String howTheyCome();

    @Message("None so far.")
    String noneSoFar();
}
