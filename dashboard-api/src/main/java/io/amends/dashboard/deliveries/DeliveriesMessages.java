package io.amends.dashboard.deliveries;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages of deliveries; English is the first language (C11). */
@MessageBundle(value = "deliveries", locale = "en")
public interface DeliveriesMessages {
    @Message("Deliveries")
    String title();

    @Message("{#plural n}{#one}1 message.{#other}{number} messages.{/plural}")
    String headline(long n, String number);

    @Message("No messages here.")
    String none();

    @Message("What went to whom, when and how. Each opens as it was sent, with what the other side answered.")
    String explained();

    @Message("A message appears here as soon as a digest is built, or an alert is to go out.")
    String howTheyCome();

    @Message("Message")
    String whatWent();

    @Message("To")
    String to();

    @Message("By")
    String by();

    @Message("When")
    String when();

    @Message("State")
    String state();

    @Message("All")
    String all();

    @Message("Any way")
    String anyChannel();

    @Message("Everybody")
    String anybody();

    @Message("Show")
    String show();

    @Message("Narrowed to")
    String narrowedTo();

    @Message("remove")
    String remove();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    @Message("By {channel}")
    String byChannel(String channel);

    @Message("To {name}")
    String toContact(String name);

    @Message("One digest")
    String ofDigest();

    @Message("One case: who was told of it")
    String ofCase();

    @Message("email")
    String email();

    @Message("text message")
    String sms();

    @Message("Microsoft Teams")
    String teams();

    @Message("Slack")
    String slack();

    @Message("webhook")
    String webhook();

    @Message("Digest")
    String digest();

    @Message("Text message beside a digest")
    String digestText();

    @Message("Alert")
    String alert();

    @Message("Post")
    String post();

    @Message("Waits")
    String queued();

    @Message("It goes out within moments.")
    String queuedFirst();

    @Message("{#plural n}{#one}Tried once; it is tried again by itself.{#other}Tried {n} times; it is tried again by"
            + " itself.{/plural}")
    String queuedAgain(long n);

    @Message("Held")
    String held();

    @Message("Until {time}: {why}")
    String heldUntil(String time, String why);

    @Message("Being sent")
    String sending();

    @Message("Sent")
    String sent();

    @Message("Failed")
    String failed();

    @Message("Not sent")
    String skipped();

    @Message("Weekend Alerts are off.")
    String weekend();

    @Message("It is quiet time for whoever gets it.")
    String quietTime();

    @Message("Monday's text message tells it.")
    String inMondays();

    @Message("When its time came, there were to be no text messages any more.")
    String noSms();

    @Message("When quiet time was over, nothing of it was left to do.")
    String nothingLeft();

    @Message("This number has answered STOP.")
    String stopped();

    @Message("There can be no such number.")
    String numberImpossible();

    @Message("Queued")
    String createdAt();

    @Message("Sent")
    String sentAt();

    @Message("Sent again")
    String sentAgain();

    @Message("{#plural n}{#one}once, by hand{#other}{n} times, by hand{/plural}")
    String times(long n);

    @Message("More")
    String more();

    @Message("Everything of this digest")
    String wholeDigest();

    @Message("Everything to {name}")
    String everythingTo(String name);

    @Message("As it was sent")
    String asSent();

    @Message("The mail as it looked")
    String frame();

    @Message("As plain text")
    String plainText();

    @Message("{#plural n}{#one}1 part.{#other}{n} parts.{/plural}")
    String parts(long n);

    @Message("Files")
    String files();

    @Message("It is not written yet: that happens when it is sent.")
    String notWritten();

    @Message("What it says is not open to you.")
    String notYours();

    @Message("Attempts")
    String attempts();

    @Message("Nobody has tried yet.")
    String noAttempts();

    @Message("Began")
    String began();

    @Message("Outcome")
    String outcome();

    @Message("Answer of the other side")
    String answer();

    @Message("Runs")
    String running();

    @Message("Taken")
    String taken();

    @Message("Not taken")
    String notTaken();

    @Message("Nobody knows: the process died")
    String lost();

    @Message("Send again")
    String again();

    @Message("Sends this message again to {name}, as it was, to where they are reached now.")
    String againMeans(String name);

    @Message("Why")
    String reason();

    @Message("It stands in the audit log.")
    String reasonHint();

    @Message("Say in a few words why.")
    String reasonMissing();

    @Message("They have said that they want text messages again.")
    String wantedAgain();

    @Message("Send it again now")
    String againNow();

    @Message("It is sent again.")
    String resent();

    @Message("Nothing was sent.")
    String nothingSent();

    @Message("It is on its way already.")
    String underWay();

    @Message("Somebody has sent it again meanwhile.")
    String sentMeanwhile();

    @Message("It was not sent on purpose.")
    String skippedOnPurpose();

    @Message("Its recipient is no contact of this portal any more.")
    String contactLeft();

    @Message("Its recipient is to be told nothing this way any more.")
    String noAddress();

    @Message("This number has answered STOP. Send it again only if they have said that they want text messages again.")
    String hasStopped();

    @Message(
            "A customer of whom it tells has answered anew since, or is not to be contacted any more. The report shows who is"
                    + " left to contact.")
    String takenBack();

    @Message("All deliveries")
    String allDeliveries();
}
