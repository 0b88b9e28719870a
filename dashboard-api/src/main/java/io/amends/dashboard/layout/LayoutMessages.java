package io.amends.dashboard.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences that stand around every page, and those that several pages share; English is the first language (C11). */
@MessageBundle(value = "layout", locale = "en")
public interface LayoutMessages {
    @Message("Amends")
    String amends();

    @Message("Skip to the content")
    String skipToContent();

    @Message("Pages")
    String pages();

    @Message("Responses")
    String responses();

    @Message("Requests")
    String requests();

    @Message("Rules")
    String rules();

    @Message("Deliveries")
    String deliveries();

    @Message("Audit")
    String audit();

    @Message("Keys")
    String keys();

    @Message("People")
    String people();

    @Message("Your account")
    String yourAccount();

    @Message("Preferences")
    String preferences();

    @Message("Customer, ticket, words")
    String searchHint();

    @Message("Other portals")
    String otherPortals();

    @Message("Search responses")
    String searchResponses();

    @Message("Sign out")
    String signOut();

    @Message("Amends did not answer just now. Nothing was changed.")
    String notAnswered();

    @Message("Try again")
    String tryAgain();

    @Message("A part of Amends cannot be reached just now. Nothing was saved. Please try again shortly.")
    String away();

    @Message("This is not open to you")
    String notOpen();

    @Message("There is nothing here")
    String nothingHere();

    @Message("A part of Amends cannot be reached")
    String partAway();

    @Message("That did not work")
    String didNotWork();

    @Message("Something went wrong here")
    String wentWrong();

    @Message("To the start")
    String toStart();

    @Message("just now")
    String justNow();

    @Message("{n} min ago")
    String minutesAgo(long n);

    @Message("{n} h ago")
    String hoursAgo(long n);

    @Message("yesterday {time}")
    String yesterdayAt(String time);

    @Message("{place} time")
    String placeTime(String place);

    @Message("Times are in {zone}.")
    String timesIn(String zone);

    @Message("{value} of {max}")
    String score(String value, String max);

    @Message("No overall rating")
    String noOverall();

    @Message("Name not given")
    String nameless();

    @Message("Asked to be contacted")
    String choiceYes();

    @Message("Asked not to be contacted")
    String choiceNo();

    @Message("Was asked about contact, and left it blank")
    String choiceUnanswered();

    @Message("Was not asked about contact")
    String choiceNotAsked();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("Spoke? {answer}")
    String spoke(String answer);
}
