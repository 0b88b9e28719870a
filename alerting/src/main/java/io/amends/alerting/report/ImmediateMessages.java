package io.amends.alerting.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The sentences of what is told at once, by mail and as text messages (C7); English is the first language (C11). What is the same
 * as in a digest is one of {@link DigestMessages}. {@code what} is a customer's wish or rating with its clock. Those of text
 * messages are short, and of the letters of the GSM alphabet where the language has them.
 */
@MessageBundle(value = "immediate", locale = "en")
public interface ImmediateMessages {
    @Message("asked for a call")
    String askedForCall();

    @Message("asked for an email")
    String askedForEmail();

    @Message("asked to be contacted")
    String askedForContact();

    @Message("rated {rating}")
    String rated(String rating);

    @Message("is to be contacted")
    String unrated();

    @Message("{what}; due today {time}, {zone}")
    String dueToday(String what, String time, String zone);

    @Message("{what}; due {time}, {zone}")
    String due(String what, String time, String zone);

    @Message("{what}; was due {time}, {zone}")
    String wasDue(String what, String time, String zone);

    @Message("{what} (solved meanwhile)")
    String solved(String what);

    @Message("{customer} ({group}): {what}")
    String subject(String customer, String group, String what);

    @Message("{#plural n}{#one}{shown} customer{#other}{shown} customers{/plural} to contact at once"
            + " ({first}{#if more > 0} and {shownMore} more{/if})")
    String subjectOfSeveral(long n, String shown, String first, long more, String shownMore);

    @Message("To contact at once")
    String title();

    @Message("{customer} {what}.")
    String asks(String customer, String what);

    @Message("{#plural n}{#one}{shown} customer is{#other}{shown} customers are{/plural} to be contacted at once.")
    String asksOfSeveral(long n, String shown);

    @Message("What the customer wrote")
    String comment();

    @Message("Rating")
    String rating();

    @Message("And")
    String and();

    @Message("{shown} more, which the next digest lists")
    String more(long n, String shown);

    @Message("Open the case")
    String openCase();

    @Message("You get this at once because you take care of cases of {portal} that do not wait for the next digest."
            + " The digest lists them as well.")
    String reason(String portal);

    @Message("You hear of this at once because {#plural n}{#one}the rule {rules} names{#other}the rules {rules}"
            + " name{/plural} you. Where the support group of a case is not yours, the link in the digest that lists the"
            + " case opens it.")
    String reasonByRule(long n, String rules);

    @Message("{portal}: a customer of {group} {what}. Ticket {ticket}.")
    String text(String portal, String group, String what, String ticket);

    @Message("{portal}: {#plural n}{#one}{shown} customer{#other}{shown} customers{/plural} to contact at once."
            + " The first {what}. Your email lists them.")
    String textOfSeveral(String portal, long n, String shown, String what);

    @Message("{portal}: urgent. {author} asks you to call a customer of {group}. Ticket {ticket}.")
    String textToCall(String portal, String author, String group, String ticket);

    @Message("{portal}: urgent. {author} asks you to write to a customer of {group}. Ticket {ticket}.")
    String textToWrite(String portal, String author, String group, String ticket);
}
