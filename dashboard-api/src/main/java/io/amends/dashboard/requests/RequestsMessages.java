package io.amends.dashboard.requests;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages of requests; English is the first language (C11). */
@MessageBundle(value = "requests", locale = "en")
public interface RequestsMessages {
    @Message("Requests")
    String title();

    @Message("{#plural n}{#one}1 customer is to be spoken with: staff asked for it, and no survey has come.{#other}{n}"
            + " customers are to be spoken with: staff asked for it, and no survey has come.{/plural}")
    String openHeadline(long n);

    @Message("{#plural n}{#one}1 request.{#other}{n} requests.{/plural}")
    String headline(long n);

    @Message("No requests here.")
    String none();

    @Message("A request asks a lead to speak with a customer personally, also where there is no survey: to win back who"
            + " is unhappy, or to thank who is delighted and ask for their survey.")
    String explained();

    @Message("A request appears here as soon as somebody files it, here or in the help desk.")
    String howTheyCome();

    @Message("File a request")
    String fileOne();

    @Message("All")
    String all();

    @Message("No survey yet")
    String stateOpen();

    @Message("Answered")
    String stateAnswered();

    @Message("Asked not to be contacted")
    String stateRefused();

    @Message("State")
    String state();

    @Message("Ticket")
    String ticket();

    @Message("Request")
    String request();

    @Message("Group")
    String group();

    @Message("Filed")
    String filed();

    @Message("by {who}")
    String by(String who);

    @Message("Urgent")
    String urgent();

    @Message("Newer requests")
    String newer();

    @Message("Older requests")
    String older();

    @Message("Which ticket")
    String whichTicket();

    @Message("Its number in the help desk.")
    String ticketHint();

    @Message("Who takes care of it")
    String whichGroup();

    @Message("Choose a support group")
    String chooseGroup();

    @Message("What happened")
    String whatHappened();

    @Message("The customer is unhappy, or may become so: a recovery")
    String unhappy();

    @Message("The customer is delighted: thank them, and ask for their survey")
    String delighted();

    @Message("How to reach them first")
    String howToReach();

    @Message("A call")
    String call();

    @Message("An email")
    String email();

    @Message("Why they feel so")
    String why();

    @Message("In a few sentences, so that whoever calls need not ask again.")
    String whyHint();

    @Message("Their questions and grievances")
    String questions();

    @Message("As the customer said them. Leave it empty if there are none.")
    String questionsHint();

    @Message("Who it is about")
    String whom();

    @Message("As far as you know. Leave it empty where a survey of the ticket will say it.")
    String whomHint();

    @Message("Customer's name")
    String customerName();

    @Message("Their email")
    String customerEmail();

    @Message("Their phone")
    String customerPhone();

    @Message("Write the name on one line of at most 200 characters.")
    String nameWrong();

    @Message("Write an email address, such as kim@example.com.")
    String emailWrong();

    @Message("Write the number with the code of its country, such as +4930123456.")
    String phoneWrong();

    @Message("Region")
    String region();

    @Message("That of the group")
    String regionOfGroup();

    @Message("This is urgent")
    String isUrgent();

    @Message(
            "The manager of the group gets a mail at once, or if there is none its lead; the portal's admins if there is"
                    + " neither.")
    String urgentMeans();

    @Message("Say which ticket this is about.")
    String ticketMissing();

    @Message("Choose who takes care of it.")
    String groupMissing();

    @Message("Say whether the customer is unhappy or delighted.")
    String typeMissing();

    @Message("Choose how to reach them first.")
    String formatMissing();

    @Message("Say in a few words why.")
    String whyMissing();

    @Message("Nothing was filed.")
    String nothingFiled();

    @Message("Look at what is marked.")
    String lookAtMarked();

    @Message("The customer of this ticket asked not to be contacted. Nobody asks for it then.")
    String saidNo();

    @Message("This form was sent before with other words. Open it anew.")
    String sentBefore();

    @Message("Somebody has refused it: {reason}")
    String refusedBecause(String reason);

    @Message("This ticket has a case already. Your request becomes its newest note.")
    String caseThere();

    @Message("Your request is filed. Its case opens in a moment.")
    String opensSoon();

    @Message("The case of the ticket may belong to another support group; then its lead sees your request, and you do"
            + " not see the case.")
    String maybeOthers();

    @Message("Open the case")
    String openCase();

    @Message("All requests")
    String allRequests();
}
