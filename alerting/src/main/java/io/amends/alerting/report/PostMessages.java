package io.amends.alerting.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of posts in chat rooms (C8); English is the first language (C11). */
@MessageBundle(value = "post", locale = "en")
public interface PostMessages {
    @Message("Unhappy customer to contact")
    String unhappy();

    @Message("Happy customer to contact")
    String happy();

    @Message("Customer to contact at once")
    String atOnce();

    @Message("Unhappy customer of {group} to contact (ticket {ticket})")
    String unhappySubject(String group, String ticket);

    @Message("Happy customer of {group} to contact (ticket {ticket})")
    String happySubject(String group, String ticket);

    @Message("Customer of {group} to contact at once (ticket {ticket})")
    String atOnceSubject(String group, String ticket);

    @Message("What they say")
    String comment();

    @Message("Customer")
    String customer();

    @Message("Rating")
    String rating();

    @Message("Ticket")
    String ticket();

    @Message("Group")
    String group();

    @Message("Open the case")
    String openCase();

    @Message("The digests are out")
    String digests();

    @Message("{#plural n}{#one}The digests list 1 customer to contact.{#other}The digests list {number} customers to"
            + " contact.{/plural}")
    String listed(long n, String number);

    @Message("{#plural n}{#one}1 more waits for a later digest.{#other}{number} more wait for a later digest.{/plural}")
    String deferred(long n, String number);

    @Message("{#plural n}{#one}1 more group{#other}{number} more groups{/plural}")
    String moreGroups(long n, String number);

    @Message("Open the responses")
    String openResponses();

    @Message("This is a test")
    String test();

    @Message("Amends can post here. Nothing has happened, and nobody has to do anything.")
    String testAsks();

    @Message("Open the channel")
    String openChannel();

    @Message(":")
    String colon();
}
