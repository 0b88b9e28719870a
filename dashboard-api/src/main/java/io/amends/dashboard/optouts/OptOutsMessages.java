package io.amends.dashboard.optouts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the page of opt-outs; English is the first language (C11). */
@MessageBundle(value = "optouts", locale = "en")
public interface OptOutsMessages {
    @Message("Opt-outs")
    String title();

    @Message("{#plural n}{#one}1 customer wants no surveys.{#other}{number} customers want no surveys.{/plural}")
    String headline(long n, String number);

    @Message("Nobody has opted out of surveys.")
    String nobody();

    @Message(
            "It holds for every survey, and not for mail about a case. A customer is here as soon as somebody says so: on"
                    + " this page, by the API, or by unsubscribing at a survey tool.")
    String explained();

    @Message("Find one customer")
    String find();

    @Message("Find")
    String findButton();

    @Message("By")
    String by();

    @Message("Email")
    String email();

    @Message("Phone")
    String phone();

    @Message("Id")
    String id();

    @Message("Email, phone or id, whole")
    String contact();

    @Message("Show all")
    String showAll();

    @Message("This customer has not opted out: surveys are sent to them.")
    String notFound();

    @Message("This customer has opted out: no survey is sent to them.")
    String found();

    @Message("Customer")
    String customer();

    @Message("Since")
    String since();

    @Message("Who said so, and why")
    String who();

    @Message("No reason given")
    String noReason();

    @Message("the source {source}")
    String bySource(String source);

    @Message("Add a customer")
    String add();

    @Message("Why")
    String why();

    @Message("In their words, or how you know. It stands here and in the audit log.")
    String whyHint();

    @Message("No more surveys")
    String optOut();

    @Message("Let {customer} get surveys again")
    String withdrawOf(String customer);

    @Message("Withdraw")
    String withdraw();

    @Message(
            "From then on surveys are sent to this customer again. Do it only if they want that; the reason stands in the"
                    + " audit log.")
    String withdrawMeans();

    @Message("Send surveys again")
    String withdrawNow();

    @Message("No survey is sent to this customer any more.")
    String added();

    @Message("Surveys are sent to this customer again.")
    String withdrawn();

    @Message("Write a reason of at most 1,000 characters.")
    String reasonMissing();

    @Message("Write an email address such as kim@example.com, a phone number with the code of its country such as"
            + " +495550100, or the customer's id, and choose which of them it is.")
    String contactWrong();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();
}
