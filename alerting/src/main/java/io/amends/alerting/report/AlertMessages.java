package io.amends.alerting.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the mail that tells of an urgent request (A9, C7); English is the first language (C11). */
@MessageBundle(value = "alert", locale = "en")
public interface AlertMessages {
    @Message("Urgent: a customer of {group} needs a call (ticket {ticket})")
    String subjectCall(String group, String ticket);

    @Message("Urgent: a customer of {group} needs an email (ticket {ticket})")
    String subjectEmail(String group, String ticket);

    @Message("Urgent request")
    String title();

    @Message("{author} asks you to call the customer of ticket {ticket}, who is unhappy.")
    String callUnhappy(String author, String ticket);

    @Message("{author} asks you to write to the customer of ticket {ticket}, who is unhappy.")
    String writeUnhappy(String author, String ticket);

    @Message(
            "{author} asks you to call the customer of ticket {ticket}, who is delighted, and to ask for their survey.")
    String callDelighted(String author, String ticket);

    @Message("{author} asks you to write to the customer of ticket {ticket}, who is delighted, and to ask for their"
            + " survey.")
    String writeDelighted(String author, String ticket);

    @Message("Why they feel so")
    String why();

    @Message("Their questions and grievances")
    String questions();

    @Message("Customer")
    String customer();

    @Message("Ticket")
    String ticket();

    @Message("Group")
    String group();

    @Message("Region")
    String region();

    @Message("Filed")
    String filed();

    @Message("{time} ({zone})")
    String timeAndZone(String time, String zone);

    @Message(":")
    String colon();

    @Message("Open the case")
    String openCase();

    @Message("You get this at once because you manage {group} or take care of its cases.")
    String reason(String group);

    @Message("You get this as an admin of {portal}: nobody of {group} can be reached by mail.")
    String reasonAdmin(String portal, String group);
}
