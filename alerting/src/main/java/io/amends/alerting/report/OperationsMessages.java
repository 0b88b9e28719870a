package io.amends.alerting.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of mails to admins about silent sources and quarantine (A7, A11); English is the first language (C11). */
@MessageBundle(value = "operations", locale = "en")
public interface OperationsMessages {
    @Message("Silent: {name}")
    String silentSubject(String name);

    @Message("Sends again: {name}")
    String heardSubject(String name);

    @Message("{#plural n}{#one}1 response waits in quarantine{#other}{number} responses wait in quarantine{/plural}")
    String waitingSubject(long n, String number);

    @Message("Silent source")
    String silentTitle();

    @Message("Sends again")
    String heardTitle();

    @Message("Quarantine")
    String waitingTitle();

    @Message("{#plural n}{#one}{name} has sent nothing for a minute.{#other}{name} has sent nothing for {n}"
            + " minutes.{/plural}")
    String silentMinutes(String name, long n);

    @Message("{#plural n}{#one}{name} has sent nothing for an hour.{#other}{name} has sent nothing for {n}"
            + " hours.{/plural}")
    String silentHours(String name, long n);

    @Message(
            "{#plural n}{#one}{name} has sent nothing for a day.{#other}{name} has sent nothing for {n} days.{/plural}")
    String silentDays(String name, long n);

    @Message("{#plural n}{#one}{name} sends again, after a minute of silence.{#other}{name} sends again, after {n}"
            + " minutes of silence.{/plural}")
    String heardMinutes(String name, long n);

    @Message("{#plural n}{#one}{name} sends again, after an hour of silence.{#other}{name} sends again, after {n} hours"
            + " of silence.{/plural}")
    String heardHours(String name, long n);

    @Message("{#plural n}{#one}{name} sends again, after a day of silence.{#other}{name} sends again, after {n} days of"
            + " silence.{/plural}")
    String heardDays(String name, long n);

    @Message("{#plural n}{#one}1 more response cannot be used as it is.{#other}{number} more responses cannot be used"
            + " as they are.{/plural}")
    String waitingAsks(long n, String number);

    @Message("{#plural n}{#one}1 message did not go out{#other}{number} messages did not go out{/plural}")
    String deadSubject(long n, String number);

    @Message("Deliveries")
    String deadTitle();

    @Message("They were tried as often as they may be, or refused for good, and are not tried again by themselves.")
    String deadAsks();

    @Message("Open one to see what the other side answered. Mend the address, then send it again.")
    String deadAdvice();

    @Message("Emails")
    String emails();

    @Message("Text messages")
    String textMessages();

    @Message("Posts on channels")
    String posts();

    @Message("Open the deliveries")
    String openDeliveries();

    @Message("{portal}: {said}. Your email has more.")
    String text(String portal, String said);

    @Message("What to do")
    String whatToDo();

    @Message("Look whether it is meant to be silent. Nothing that customers say there is heard meanwhile, and no news"
            + " looks like happy customers. Its vendor may have switched the webhook off, or a key or secret may"
            + " have expired.")
    String silentAdvice();

    @Message("Ask whether what is missing was kept there, and have it sent again.")
    String heardAdvice();

    @Message("What waits for a group, a segment or a measure goes on by itself once that is added. Everything else is"
            + " repaired by hand.")
    String waitingAdvice();

    @Message("How it was found")
    String howFound();

    @Message("{#plural n}{#one}By its own rhythm, chance makes less than one silence as long as this in a"
            + " week.{#other}By its own rhythm, chance makes less than one silence as long as this in {n}"
            + " weeks.{/plural}")
    String method(long n);

    @Message("Source")
    String source();

    @Message("API key")
    String key();

    @Message("Program on Kafka")
    String program();

    @Message("Silent since")
    String silentSince();

    @Message("Heard again")
    String heardAgain();

    @Message("Usual")
    String usual();

    @Message("{#plural n}{#one}1 event a week{#other}{number} events a week{/plural}")
    String aWeek(long n, String number);

    @Message("Missing")
    String missing();

    @Message("{#plural n}{#one}about 1 event{#other}about {number} events{/plural}")
    String about(long n, String number);

    @Message("Waiting in all")
    String waitingInAll();

    @Message("Ticket id")
    String ticketId();

    @Message("Support group")
    String supportGroup();

    @Message("Segment")
    String segment();

    @Message("Measures")
    String measures();

    @Message("Dates")
    String dates();

    @Message("Something else")
    String somethingElse();

    @Message("{time} ({zone})")
    String timeAndZone(String time, String zone);

    @Message(":")
    String colon();

    @Message("Open the source")
    String openSource();

    @Message("Open the keys")
    String openKeys();

    @Message("Open the sources")
    String openSources();

    @Message("Open the quarantine")
    String openQuarantine();

    @Message("Switched off: {name}")
    String offSubject(String name);

    @Message("Channel switched off")
    String offTitle();

    @Message("Nothing has been taken on the channel {name} for five days. Nothing is posted there any more.")
    String offFailing(String name);

    @Message("The other side of the channel {name} says that it is gone for good. Nothing is posted there "
            + "any more.")
    String offGone(String name);

    @Message("Look whether the address and the secrets of the channel are still right, and post a sample on "
            + "its page: if it is taken, the channel posts again. What was not taken is among the deliveries "
            + "as failed, and can be sent again there.")
    String offAdvice();

    @Message("Channel")
    String channel();

    @Message("Last taken")
    String lastTaken();

    @Message("never")
    String never();

    @Message("Last answer")
    String lastError();

    @Message("Open the channel")
    String openChannel();

    @Message("You get this as an admin of {portal}.")
    String reason(String portal);
}
