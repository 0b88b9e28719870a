package io.amends.dashboard.preferences.sources;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of what reads again what a source sent (A12); English is the first language (C11). */
@MessageBundle(value = "replays", locale = "en")
public interface ReplayMessages {
    @Message("Read again what came")
    String title();

    @Message(
            "After a mapping was corrected, or the directory, what the source sent is read again. First you see what would"
                    + " change; nothing is changed by that. What a person corrected stays.")
    String explained();

    @Message("First day")
    String from();

    @Message("Last day")
    String to();

    @Message("Days are those of the portal. What is read is what was received on them.")
    String daysHint();

    @Message("Show what would change")
    String show();

    @Message("What was read again")
    String earlier();

    @Message("Nothing of this source was read again yet.")
    String none();

    @Message("{#plural n}{#one}1 range was read again.{#other}{n} ranges were read again.{/plural}")
    String headline(long n);

    @Message("Received")
    String range();

    @Message("State")
    String state();

    @Message("Changed")
    String changed();

    @Message("Received from {from} until {to}")
    String received(String from, String to);

    @Message("Begun {at} by {who}.")
    String begunBy(String at, String who);

    @Message("Is being read")
    String running();

    @Message("Looked at")
    String lookedAt();

    @Message("Applied")
    String applied();

    @Message("Broke off")
    String failed();

    @Message("How much is read")
    String progress();

    @Message("Look again")
    String lookAgain();

    @Message(
            "{#plural n}{#one}1 body makes the response that is recorded.{#other}{count} bodies make the responses that are"
                    + " recorded.{/plural}")
    String unchanged(long n, String count);

    @Message("{#plural n}{#one}1 body would change a response.{#other}{count} bodies would change responses.{/plural}")
    String wouldChange(long n, String count);

    @Message("{#plural n}{#one}1 body has changed a response.{#other}{count} bodies have changed responses.{/plural}")
    String hasChanged(long n, String count);

    @Message(
            "{#plural n}{#one}Of 1 body no response can be made.{#other}Of {count} bodies no response can be made.{/plural}")
    String refused(long n, String count);

    @Message(
            "{#plural n}{#one}1 body makes another response than it made before.{#other}{count} bodies make other responses"
                    + " than they made before.{/plural} The earlier ones stay, and so these are left as they are.")
    String another(long n, String count);

    @Message(
            "{#plural n}{#one}1 body has made another response than it made before.{#other}{count} bodies have made other"
                    + " responses than they made before.{/plural} The earlier ones stay.")
    String madeAnother(long n, String count);

    @Message("Make the other responses, too: their customers may be listed once more")
    String makeAnother();

    @Message("What changes, by field")
    String byField();

    @Message("Field")
    String field();

    @Message("Bodies")
    String bodies();

    @Message("Examples")
    String examples();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("Apply it")
    String apply();

    @Message("Each response that changes becomes a newer version. Nobody is told again of what they were told.")
    String applyHint();

    @Message("Read again")
    String again();

    @Message("Back to the source")
    String back();

    @Message("Nothing is read again:")
    String notBegun();

    @Message("Give two days, the first not after the last.")
    String twoDays();

    @Message("The first day is longer ago than what was sent is kept, or in the future.")
    String notKept();

    @Message("This source is being read again already. Wait until that is done.")
    String another();

    @Message("Only what was looked at to its end can be applied.")
    String lookFirst();

    @Message("survey-ingest does not answer. Please try again in a moment.")
    String away();
}
