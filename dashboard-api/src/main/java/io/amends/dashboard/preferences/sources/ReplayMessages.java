package io.amends.dashboard.preferences.sources;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of what reads again what a source sent (A12); English is the first language (C11). */
@MessageBundle(value = "replays", locale = "en")
public interface ReplayMessages {
    @Message("Replay what the source sent")
    String title();

    @Message("For after you have corrected the mapping or the directory: what the source sent is read again by them, as"
            + " they are now. First comes a dry run, which changes nothing. It shows field by field what would"
            + " change, and only then you decide whether to apply it. What a person corrected stays.")
    String explained();

    @Message("First day")
    String from();

    @Message("Last day")
    String to();

    @Message("What was received on these days is read, in the portal's time zone.")
    String daysHint();

    @Message("Start the dry run")
    String show();

    @Message("Replays")
    String earlier();

    @Message("This source has no replay yet.")
    String none();

    @Message("{#plural n}{#one}1 replay.{#other}{n} replays, the newest first.{/plural}")
    String headline(long n);

    @Message("{source}: {headline}")
    String headlineOf(String source, String headline);

    @Message("Received")
    String range();

    @Message("State")
    String state();

    @Message("Deliveries that change a response")
    String changed();

    @Message("Received from {from} until {to}")
    String received(String from, String to);

    @Message("Begun {at} by {who}.")
    String begunBy(String at, String who);

    @Message("See the one that runs")
    String running();

    @Message("Dry run in progress")
    String dryRunning();

    @Message("Being applied")
    String applying();

    @Message("Dry run done")
    String lookedAt();

    @Message("Applied")
    String applied();

    @Message("Failed")
    String failed();

    @Message("{percent}% is read so far.")
    String soFar(int percent);

    @Message("How much is read")
    String progress();

    @Message("Look again")
    String lookAgain();

    @Message("{#plural n}{#one}1 delivery changes nothing: it makes the response that is recorded.{#other}{count}"
            + " deliveries change nothing: they make the responses that are recorded.{/plural}")
    String unchanged(long n, String count);

    @Message("{#plural n}{#one}1 delivery would change its response.{#other}{count} deliveries would change their"
            + " responses.{/plural}")
    String wouldChange(long n, String count);

    @Message("{#plural n}{#one}1 delivery has changed its response.{#other}{count} deliveries have changed their"
            + " responses.{/plural}")
    String hasChanged(long n, String count);

    @Message("{#plural n}{#one}1 delivery makes no response, by this mapping; it is left as it is.{#other}{count}"
            + " deliveries make no response, by this mapping; they are left as they are.{/plural}")
    String refused(long n, String count);

    @Message(
            "{#plural n}{#one}1 delivery makes another response than it made before.{#other}{count} deliveries make other"
                    + " responses than they made before.{/plural} The earlier ones stay, and so these are left as they are.")
    String makesAnother(long n, String count);

    @Message(
            "{#plural n}{#one}1 delivery has made another response than it made before.{#other}{count} deliveries have made"
                    + " other responses than they made before.{/plural} The earlier ones stay.")
    String madeAnother(long n, String count);

    @Message("Make the other responses, too: their customers may be listed once more")
    String makeAnother();

    @Message("Nothing is changed yet. Look at the fields below, and apply it if it is what you want.")
    String nothingChangedYet();

    @Message("Nothing would change, so that there is nothing to apply.")
    String nothingToApply();

    @Message("It stopped on its way. What was applied until then stays: start a dry run again, which shows what is"
            + " left.")
    String startAgain();

    @Message("What changes, by field")
    String byField();

    @Message("Field")
    String field();

    @Message("Deliveries")
    String bodies();

    @Message("Examples")
    String examples();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("Apply these changes")
    String apply();

    @Message("Each of these responses becomes a newer version, as if the source had sent it so; lists and cases follow."
            + " Who was alerted of a response before is not alerted of it again.")
    String applyHint();

    @Message("Leave everything as it is")
    String keep();

    @Message("Replay")
    String again();

    @Message("Back to the source")
    String back();

    @Message("No dry run was started.")
    String notBegun();

    @Message("Choose a first and a last day, the first not after the last.")
    String twoDays();

    @Message("Choose a later first day: what was sent before is not kept any more. It cannot be in the future either.")
    String notKept();

    @Message("A replay of this source runs already. Wait until it is done, and try again.")
    String another();

    @Message("Nothing was applied: only a dry run that is done can be. Wait for its end, and try again.")
    String lookFirst();

    @Message("survey-ingest does not answer. Please try again in a moment.")
    String away();
}
