package io.amends.dashboard.preferences.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the overview of preferences and of the portal's page; English is the first language (C11). */
@MessageBundle(value = "settings", locale = "en")
public interface SettingsMessages {
    @Message("Preferences of {portal}")
    String head(String portal);

    @Message("The next digest goes out today at {time}, {zone}.")
    String digestToday(String time, String zone);

    @Message("The next digest goes out tomorrow at {time}, {zone}.")
    String digestTomorrow(String time, String zone);

    @Message("The next digest goes out {day} at {time}, {zone}.")
    String digestOn(String day, String time, String zone);

    @Message("Digests go out at {time}, {zone}; unhappy is {score} or less on {measure}.")
    String portalLine(String time, String zone, String score, String measure);

    @Message("{#plural n}{#one}1 support group{#other}{n} support groups{/plural}{#if m > 0}, {m} without a Support"
            + " Lead{/if}.")
    String groupsLine(long n, long m);

    @Message("{#plural n}{#one}1 contact{#other}{n} contacts{/plural}{#if m > 0}, {m} without an email address{/if}.")
    String contactsLine(long n, long m);

    @Message("{#plural n}{#one}1 segment{#other}{n} segments{/plural} of customers.")
    String segmentsLine(long n);

    @Message(
            "{#plural n}{#one}1 region{#other}{n} regions{/plural}{#if m > 0}, {m} without a calendar of its own{/if}.")
    String regionsLine(long n, long m);

    @Message("{#plural n}{#one}1 calendar{#other}{n} calendars{/plural} of working hours.")
    String calendarsLine(long n);

    @Message("People")
    String people();

    @Message("Who signs in, and what they may do.")
    String peopleLine();

    @Message("API keys")
    String keys();

    @Message("The programs that call Amends, and what they may do.")
    String keysLine();

    @Message("Sources")
    String sources();

    @Message("{#plural n}{#one}1 channel{#other}{n} channels{/plural} for posts to chat and other programs.")
    String channelsLine(long n);

    @Message("{#plural n}{#one}1 survey tool or help desk sends webhooks.{#other}{n} survey tools and help desks send"
            + " webhooks.{/plural}")
    String sourcesLine(long n);

    @Message("Make another portal")
    String another();

    @Message("Settings of the portal")
    String title();

    @Message("The portal")
    String basics();

    @Message("When people are told")
    String telling();

    @Message("Who is unhappy")
    String rating();

    @Message("Who may be contacted")
    String contacting();

    @Message("Surveys and tickets")
    String surveys();

    @Message("A customer is unhappy whose {measure} is {score} or less.")
    String unhappyNow(String measure, String score);

    @Message("The threshold is off the scale of {measure}, which goes from {min} to {max}: all customers are unhappy,"
            + " or none.")
    String offScale(String measure, String min, String max);

    @Message("Ticket 4711 is at {address}.")
    String ticketNow(String address);

    @Message("In the next digest, marked as late")
    String lateNext();

    @Message("In no digest")
    String lateNever();

    @Message("May be contacted")
    String lowAllowed();

    @Message("Is not contacted")
    String lowForbidden();

    @Message("Is nothing to act on")
    String highNone();

    @Message("Is an opportunity")
    String highOpportunity();

    @Message("Measure")
    String measure();

    @Message("Kind")
    String kind();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Measure {n}: {column}")
    String measureCell(int n, String column);

    @Message("{name}: {kind} from {min} to {max}")
    String measureScale(String name, String kind, String min, String max);

    @Message("Stars")
    String kindStar();

    @Message("Satisfaction (CSAT)")
    String kindCsat();

    @Message("Recommendation (NPS)")
    String kindNps();

    @Message("Effort (CES)")
    String kindCes();

    @Message("Solved at once (FCR)")
    String kindFcr();

    @Message("Another scale")
    String kindScalar();

    @Message("{name}: yes or no")
    String measureYesNo(String name);

    @Message("Save these changes?")
    String confirmHead();

    @Message("They count from now on. What was decided before stays as it is.")
    String confirmLead();

    @Message("What changes")
    String changes();

    @Message("Save these changes")
    String confirm();

    @Message("Back to the form")
    String toForm();

    @Message("A response with a measure that is not named here waits in quarantine.")
    String measuresMean();

    @Message("The portal is saved.")
    String saved();

    @Message("Nothing was changed, so there was nothing to save.")
    String same();

    @Message("Somebody else has changed the portal while you wrote. Nothing of yours is lost: it is in the form below."
            + " Save to put it over theirs.")
    String changedMeanwhile();

    @Message("What differs")
    String differences();
}
