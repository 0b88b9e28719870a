package io.amends.dashboard.preferences.beginning;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages that make a portal and say what comes next; English is the first language (C11). */
@MessageBundle(value = "beginning", locale = "en")
public interface BeginningMessages {
    @Message("Make a portal")
    String make();

    @Message("A portal is one organisation's space. Nobody in another portal sees what is in it.")
    String explained();

    @Message(
            "It stands in every address and in every survey, and never changes. It has 1 to 64 letters, digits, dots, hyphens and underscores.")
    String codeHint();

    @Message("Give the portal a name.")
    String nameMissing();

    @Message("Give the portal a code: 1 to 64 letters, digits, dots, hyphens and underscores.")
    String codeMissing();

    @Message("There is a portal with this code already.")
    String codeTaken();

    @Message("Scale of the overall rating")
    String scale();

    @Message("How customers say how satisfied they are. More measures and another threshold can be set later.")
    String scaleHint();

    @Message("CSAT, 1 to 5: unhappy is 2 or less")
    String csat();

    @Message("Stars, 1 to 5: unhappy is 2 or less")
    String star();

    @Message("NPS, 0 to 10: unhappy is 6 or less")
    String nps();

    @Message("CES, 1 to 7: unhappy is 3 or less")
    String ces();

    @Message("Only who is admin of all portals makes portals.")
    String notYou();

    @Message("What comes next in {portal}")
    String nextHead(String portal);

    @Message("Four steps, and the first unhappy customer is on somebody's list.")
    String nextLead();

    @Message("done")
    String done();

    @Message("A contact who can be alerted")
    String contact();

    @Message("Who leads the team that resolves tickets: a name and an email address.")
    String contactWhy();

    @Message("Add a contact")
    String addContact();

    @Message("A support group")
    String group();

    @Message("The team, with that contact as its Support Lead. Surveys name it by its code.")
    String groupWhy();

    @Message("Add a group")
    String addGroup();

    @Message("An API key")
    String key();

    @Message("Your survey tool or CRM sends surveys with it: give it the scope surveys:write.")
    String keyWhy();

    @Message("Make a key")
    String makeKey();

    @Message("The first survey")
    String survey();

    @Message(
            "Put the key's secret in place of the word, and send this. Within seconds the response is on the page of responses.")
    String surveyWhy();

    @Message("To the responses")
    String toResponses();

    @Message("To the preferences")
    String toPreferences();
}
