package io.amends.dashboard.quarantine;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages of the quarantine; English is the first language (C11). */
@MessageBundle(value = "quarantine", locale = "en")
public interface QuarantineMessages {
    @Message("Quarantine")
    String title();

    @Message("{#plural n}{#one}1 response waits in quarantine.{#other}{shown} responses wait in quarantine.{/plural}")
    String headline(long n, String shown);

    @Message("{#plural n}{#one}1 response waits in quarantine for that.{#other}{shown} responses wait in quarantine for"
            + " that.{/plural}")
    String headlineOfSome(long n, String shown);

    @Message("Nothing waits in quarantine.")
    String none();

    @Message("Nothing waits in quarantine for that.")
    String noneOfThese();

    @Message(
            "A response that cannot be right is kept here until somebody mends it, or the directory gets the group or the"
                    + " segment that it names; then it heals by itself within a minute. What you mend stays, also over later"
                    + " versions from its source.")
    String explained();

    @Message(
            "What comes in with an unknown group or segment, without a ticket, off its scale or with an impossible date"
                    + " appears here by itself.")
    String howTheyCome();

    @Message("Take a filter away to see the others.")
    String takeAway();

    @Message("Reason")
    String reason();

    @Message("All reasons")
    String allReasons();

    @Message("Show")
    String show();

    @Message("Names the group {group}")
    String namesGroup(String group);

    @Message("Names the segment {segment}")
    String namesSegment(String segment);

    @Message("remove this filter")
    String removeFilter();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    @Message("Pages of the list")
    String pages();

    // Reasons to choose from.

    @Message("No ticket")
    String causeTicketMissing();

    @Message("No support group")
    String causeGroupMissing();

    @Message("Unknown support group")
    String causeGroupUnknown();

    @Message("No segment")
    String causeSegmentMissing();

    @Message("Unknown segment")
    String causeSegmentUnknown();

    @Message("Unknown measure")
    String causeMeasureUnknown();

    @Message("Score off its scale")
    String causeScoreOffScale();

    @Message("Answer of the wrong kind")
    String causeWrongKind();

    @Message("Date before 2000")
    String causeTooEarly();

    @Message("Date in the future")
    String causeAhead();

    // Why one waits.

    @Message("It names no ticket.")
    String ticketMissing();

    @Message("It names no support group.")
    String groupMissing();

    @Message("There is no support group {group}.")
    String groupUnknown(String group);

    @Message("It names no segment, and this portal requires one.")
    String segmentMissing();

    @Message("There is no segment {segment}.")
    String segmentUnknown(String segment);

    @Message("This portal has no measure {measure}.")
    String measureUnknown(String measure);

    @Message("{measure} is {value}, and its scale goes from {min} to {max}.")
    String offScale(String measure, String value, String min, String max);

    @Message("{measure} is {value}, which is off its scale.")
    String offScaleNow(String measure, String value);

    @Message("{measure} is answered by yes or no, and a number came.")
    String wantsYesNo(String measure);

    @Message("{measure} is answered by a number, and yes or no came.")
    String wantsNumber(String measure);

    @Message("It was answered on {date}, before the year 2000.")
    String answeredTooEarly(String date);

    @Message("It was changed on {date}, before the year 2000.")
    String changedTooEarly(String date);

    @Message("It was answered on {date}, more than 24 hours after it came in.")
    String answeredAhead(String date);

    @Message("It was changed on {date}, more than 24 hours after it came in.")
    String changedAhead(String date);

    @Message("Something is wrong at {place}.")
    String wrongAt(String place);

    @Message("All that wait for this")
    String alike();

    // How it stands.

    @Message("From {source}")
    String from(String source);

    @Message("Sent over HTTP or in a file")
    String fromApi();

    @Message("Waits since")
    String since();

    @Message("Sent by")
    String sentBy();

    @Message("Customer")
    String customer();

    @Message("None named")
    String namesNone();

    @Message("If mended now")
    String ifMended();

    @Message(
            "In time: if it belongs in a digest, the next one has it as if nothing had been. It is late from {before} on.")
    String nowInTime(String before);

    @Message("Late since {before}: if it belongs in a digest, the next one has it marked as late.")
    String nowLate(String before);

    @Message("Late since {before}: this portal has late ones in no digest, so it is in the lists alone.")
    String nowNever(String before);

    @Message("Late since {before}, and too old for a digest: it is in the lists alone.")
    String nowTooOld(String before);

    @Message("What was received")
    String received();

    @Message("What happened to it")
    String history();

    @Message("Response")
    String response();

    @Message("Ticket")
    String ticket();

    @Message("Support group")
    String supportGroup();

    @Message("Segment")
    String segment();

    @Message("Company")
    String company();

    @Message("Comment")
    String comment();

    @Message("Contact")
    String contact();

    @Message("Channel")
    String channel();

    @Message("Language")
    String language();

    @Message("Agent")
    String agent();

    @Message("Tags")
    String tags();

    @Message("Answered")
    String answered();

    @Message("Changed by its source")
    String changed();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("It came in and counted.")
    String happenedRecorded();

    @Message("A newer version came.")
    String happenedUpdated();

    @Message("A newer answer replaced it.")
    String happenedReplaced();

    @Message("{who} gave it to another support group.")
    String happenedReassigned(String who);

    @Message("A version came that cannot be right.")
    String happenedQuarantined();

    @Message("The directory changed, and it is judged anew.")
    String happenedJudged();

    @Message("{who} corrected it; it waits for another reason.")
    String happenedCorrected(String who);

    @Message("{who} mended it.")
    String happenedMended(String who);

    @Message("The directory got what it lacked.")
    String happenedHealed();

    @Message("A newer version came that is right.")
    String happenedRighted();

    @Message("An older version came late, and changed nothing.")
    String happenedStale();

    // Mending one.

    @Message("Leave as it is")
    String leave();

    @Message("Leave out {measure}")
    String leaveOut(String measure);

    @Message("Answer to {measure}")
    String answerTo(String measure);

    @Message("Mend it")
    String mend();

    @Message("Mended in time: if it belongs in a digest, the next one has it as if nothing had been.")
    String mendedInTime();

    @Message(
            "Mended, and late: it was to be mended before {before}. If it belongs in a digest, the next one has it marked as"
                    + " late.")
    String mendedLate(String before);

    @Message(
            "Mended, and late: it was to be mended before {before}, and this portal has late ones in no digest. It is in"
                    + " the lists.")
    String mendedNever(String before);

    @Message("Mended, and too old for a digest: it was to be mended before {before}. It is in the lists.")
    String mendedTooOld(String before);

    @Message("Corrected. It waits for another reason still.")
    String stillWaits();

    @Message("Mended. Another answer of its ticket is newer, and counts in its place.")
    String replaced();

    @Message("Nothing was mended: choose or type what is to be corrected.")
    String nothingTyped();

    @Message("Nothing was mended. Correct what you typed at: {fields}.")
    String lookAt(String fields);

    @Message("It is not in quarantine any more: somebody mended it, or it healed.")
    String notWaiting();

    @Message("There is no such response in this portal any more. What waits now is listed below.")
    String gone();

    @Message("Only an admin mends what is in quarantine: ask one to do it.")
    String notForYou();

    @Message("Nothing was mended: survey-ingest cannot be reached. Try again shortly; what is done twice is done once.")
    String notReached();

    // Mending many.

    @Message("Mend many alike")
    String mendMany();

    @Message("Choose what they get. You see how many that mends before anything is done.")
    String manyExplained();

    @Message("Which")
    String which();

    @Message("Those that are ticked")
    String ticked();

    @Message("{#plural n}{#one}The only one in this list{#other}All {shown} in this list{/plural}")
    String allOfList(long n, String shown);

    @Message("To mend all at once, narrow the list to one reason first.")
    String narrowFirst();

    @Message("Tick this one, to be mended with others")
    String tick();

    @Message("Leave this answer out")
    String dropAnswer();

    @Message("Look at it first")
    String look();

    @Message("{#plural n}{#one}1 response would be corrected{#other}{shown} responses would be corrected{/plural}")
    String would(long n, String shown);

    @Message("Nothing would be corrected")
    String wouldNothing();

    @Message("None of them is in quarantine any more.")
    String noneWaits();

    @Message(
            "{#plural n}{#one}1 leaves the quarantine, and counts from then on.{#other}{shown} leave the quarantine, and"
                    + " count from then on.{/plural}")
    String wouldCount(long n, String shown);

    @Message("{#plural n}{#one}1 of these is late for its digest.{#other}{shown} of these are late for their"
            + " digest.{/plural}")
    String wouldBeLate(long n, String shown);

    @Message("All of these are in time for the next digest.")
    String wouldBeInTime();

    @Message("{#plural n}{#one}1 is corrected, and waits for another reason.{#other}{shown} are corrected, and wait for"
            + " another reason.{/plural}")
    String wouldWait(long n, String shown);

    @Message("{#plural n}{#one}1 does not fit, and is left as it is.{#other}{shown} do not fit, and are left as they"
            + " are.{/plural}")
    String wouldRefuse(long n, String shown);

    @Message("They get: {what}.")
    String theyGet(String what);

    @Message("no answer to {measure}")
    String getNoAnswer(String measure);

    @Message("the support group {group}")
    String getGroup(String group);

    @Message("the segment {segment}")
    String getSegment(String segment);

    @Message("Mend them")
    String doIt();

    @Message("Back, and change nothing")
    String back();

    @Message("{#plural n}{#one}1 response is mended.{#other}{shown} responses are mended.{/plural}")
    String didMend(long n, String shown);

    @Message("Nothing was mended: tick at least one response.")
    String tickOne();

    @Message("Nothing was mended: choose a group, a segment or a measure.")
    String chooseWhat();

    // The line that leads here.

    @Message("{#plural n}{#one}1 response waits in quarantine{#other}{shown} responses wait in quarantine{/plural}")
    String waiting(long n, String shown);
}
