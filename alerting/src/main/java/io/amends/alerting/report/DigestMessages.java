package io.amends.alerting.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The sentences of a digest, in its subject, HTML, text and PDF; English is the first language (C11). Numbers come twice
 * where a language may have a plural: as they are, which chooses the words, and {@code shown}, as the reader writes them.
 * The English sentence beside "Why" is not here: recovery-rules wrote it, by its {@code DecisionMessages}. The other languages
 * tell it by the ones here.
 */
@MessageBundle(value = "digest", locale = "en")
public interface DigestMessages {
    @Message("Service Recovery Report")
    String title();

    @Message(
            "{#plural total}{#one}{shown} customer{#other}{shown} customers{/plural} to contact{#if asked}: {asked}{/if}"
                    + " ({first}{#if more > 0} and {shownMore} more{/if})")
    String subject(long total, String shown, String asked, String first, long more, String shownMore);

    @Message(
            "{#plural total}{#one}{shown} customer{#other}{shown} customers{/plural} to contact{#if asked}: {asked}{/if}.")
    String summary(long total, String shown, String asked);

    @Message("{#plural n}{#one}{shown} asked for a call{#other}{shown} asked for a call{/plural}")
    String askedForCall(long n, String shown);

    @Message("{#plural n}{#one}{shown} asked for an email{#other}{shown} asked for an email{/plural}")
    String askedForEmail(long n, String shown);

    @Message("{shown} asked to be contacted{#if call > 0}, {shownCall} by call{/if}"
            + "{#if email > 0}{#if call > 0} and{#else},{/if} {shownEmail} by email{/if}")
    String askedToBeContacted(long n, String shown, long call, String shownCall, long email, String shownEmail);

    @Message("Received from {from} to {to} ({zone}).")
    String covers(String from, String to, String zone);

    @Message("For {name}")
    String recipient(String name);

    @Message("Hello {name},")
    String greeting(String name);

    @Message("{city} time")
    String zone(String city);

    @Message("{time} ({zone})")
    String timeOfZone(String time, String zone);

    @Message("Unhappy customers")
    String unhappyCustomers();

    @Message("Happy customers who would like to hear from you")
    String happyCustomers();

    @Message("{shown} of {total} are listed here. The attached PDF has more.")
    String moreInPdf(String shown, String total);

    @Message(
            "{full} of {total} are told in full here, the others in one line each. The attached PDF has all of them in full.")
    String othersBrief(String full, String total);

    @Message("{shown} of {total} are listed here, {full} of them in full. The attached PDF has more, each in full.")
    String moreInPdfAndBrief(String shown, String full, String total);

    @Message("This report took too long to print, so there is no PDF. {shown} of {total} are listed here."
            + " The report's own link opens all of them.")
    String moreWithoutPdf(String shown, String total);

    @Message("{shown} of {total} are printed here. The report's own link opens all of them.")
    String moreBehindLink(String shown, String total);

    @Message("{shown} more asked not to be contacted.")
    String refused(long n, String shown);

    @Message("{group}: {#plural n}{#one}{shown} more waits; it leads tomorrow's digest."
            + "{#other}{shown} more wait; the first of them lead tomorrow's digest.{/plural}"
            + "{#if digests > 1} This group has a limit of {cap} a day, so it takes {shownDigests} digests"
            + " or more until all of them are listed.{/if}")
    String deferred(long n, String shown, String group, String cap, long digests, String shownDigests);

    @Message("{group}: {#plural n}{#one}{shown} more waits{#other}{shown} more wait{/plural}."
            + " The limit of this group is 0 cases a day, so that only customers who asked to be contacted are listed."
            + " The others wait until the limit is raised.")
    String capOfNone(long n, String shown, String group);

    @Message("{group}: {#plural n}{#one}{shown} more that a rule lets you hear of waits"
            + "{#other}{shown} more that a rule lets you hear of wait{/plural}."
            + " This group has a limit of {cap} a day.")
    String alsoDeferred(long n, String shown, String group, String cap);

    @Message("Some of these groups have no Support Lead or Also Alert who can be reached,"
            + " so you get their cases as an admin.")
    String asAdmin();

    @Message("Write notes")
    String write();

    @Message("Write notes for all")
    String writeAll();

    @Message("Why")
    String why();

    @Message("Factors")
    String factors();

    @Message(":")
    String colon();

    @Message("and {shown} more")
    String moreFactors(long n, String shown);

    @Message("… (the PDF has the rest)")
    String restInPdf();

    @Message("… (the link opens the rest)")
    String restBehindLink();

    @Message("Notes")
    String roomForNotes();

    @Message("Page {page} of {pages}")
    String page(String page, String pages);

    @Message("{score} of {max}")
    String score(String score, String max);

    @Message("No overall rating")
    String noScore();

    @Message("Customer without a name")
    String unnamed();

    @Message("Asked to be contacted")
    String saidYes();

    @Message("Asked not to be contacted")
    String saidNo();

    @Message("Left the contact question blank")
    String saidNothing();

    @Message("Prefers a call")
    String prefersCall();

    @Message("Prefers email")
    String prefersEmail();

    @Message("{choice}. {way}")
    String choiceAndWay(String choice, String way);

    @Message("Late")
    String late();

    @Message("Waits since {day}")
    String waitsSince(String day);

    @Message("Alerted at {time}")
    String alertedAt(String time);

    @Message("Solved meanwhile")
    String solved();

    @Message("Replaces an earlier answer")
    String replacing();

    @Message("Moved to this group")
    String moved();

    @Message("Unhappy again after a follow-up")
    String again();

    @Message("By the rule {rule}")
    String byRule(String rule);

    @Message("Group without a contact")
    String noContact();

    @Message("Phone")
    String phone();

    @Message("Email")
    String email();

    @Message("Ticket")
    String ticket();

    @Message("Agent")
    String agent();

    @Message("Group")
    String group();

    @Message("Segment")
    String segment();

    @Message("Received")
    String received();

    @Message("You get this because you are the Support Lead or an Also Alert of a support group of {portal},"
            + " or one of its admins, or because one of its rules names you.")
    String reason(String portal);

    @Message("The links in this report open until {day}.")
    String linksOpenUntil(String day);

    @Message("Flagged: {rated}, and {wish}")
    String flagged(String rated, String wish);

    @Message("Flagged as an opportunity: {rated}, and {wish}")
    String flaggedAsOpportunity(String rated, String wish);

    @Message("{summary}; your {#plural n}{#one}rule {rules} applies{#other}rules {rules} apply{/plural}")
    String rulesApply(String summary, long n, String rules);

    @Message("“{rule}”")
    String quotedRule(String rule);

    @Message("overall {rating} is at or below your threshold {threshold}")
    String ratedLow(String rating, String threshold);

    @Message("overall {rating} is above your threshold {threshold}")
    String ratedHigh(String rating, String threshold);

    @Message("no overall rating was given")
    String notRated();

    @Message("the customer asked to be contacted")
    String contactWanted();

    @Message("the customer asked not to be contacted")
    String contactRefused();

    @Message("the survey did not ask about contact")
    String contactNotAsked();

    @Message("the customer left the contact question blank")
    String contactLeftBlank();

    @Message("the customer left the contact question blank, which by your preference means contact is allowed")
    String blankAllows();

    @Message("the customer left the contact question blank, which by your preference means an opportunity")
    String blankIsOpportunity();
}
