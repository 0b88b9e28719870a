package io.amends.dashboard.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the page of people; English is the first language (C11). */
@MessageBundle(value = "people", locale = "en")
public interface PeopleMessages {
    @Message("People")
    String people();

    @Message("{#plural n}{#one}1 person belongs{#other}{n} people belong{/plural} to this portal.")
    String headline(long n);

    @Message("Nobody belongs to this portal yet.")
    String none();

    @Message(
            "What somebody may do follows from their roles. Leads and agents see their own groups: those that name their"
                    + " contact, and those that are named for them here.")
    String explained();

    @Message(
            "Who is admin of all portals, such as the people of the configuration, is not in this list unless added to it.")
    String configuredPeople();

    @Message("Over all portals")
    String everywhere();

    @Message(
            "They are this in every portal, and are not changed here: in the configuration, or by the API for the portal *.")
    String everywhereExplained();

    @Message("from the sign-in provider")
    String fromProvider();

    @Message("from the configuration")
    String fromConfiguration();

    @Message("From the sign-in provider: {roles}. These follow from the newest sign-in, and are changed there.")
    String claimedRoles(String roles);

    @Message("Person")
    String person();

    @Message("Roles")
    String roles();

    @Message("Contact and groups")
    String contactAndGroups();

    @Message("Last signed in")
    String lastSignIn();

    @Message("State")
    String state();

    @Message("Change a person")
    String changing();

    @Message("No role")
    String noRole();

    @Message("Agent")
    String agent();

    @Message("Lead")
    String lead();

    @Message("Admin")
    String admin();

    @Message("Ops")
    String ops();

    @Message("Auditor")
    String auditor();

    @Message("Talks to customers of their own groups, and writes notes")
    String agentMeans();

    @Message("Leads their own groups: sees them, decides about their cases, drafts rules")
    String leadMeans();

    @Message("Looks after the portal: everything in it")
    String adminMeans();

    @Message("Keeps it running: states of deliveries, without what customers wrote")
    String opsMeans();

    @Message("Sees everything but secrets, and changes nothing")
    String auditorMeans();

    @Message("No contact")
    String noContact();

    @Message("May be {name}: the email is the same")
    String proposed(String name);

    @Message("Groups: {codes}")
    String groupsNamed(String codes);

    @Message("Never")
    String never();

    @Message("Can sign in")
    String canSignIn();

    @Message("Signs in with the provider")
    String byProvider();

    @Message("Has no password")
    String noPassword();

    @Message("Has not come from the provider yet")
    String notFromProvider();

    @Message("Switched off")
    String off();

    @Message("Times are in {zone}.")
    String timesIn(String zone);

    @Message("Change {name}")
    String changeOf(String name);

    @Message("Invite")
    String invite();

    @Message("Invite {name}")
    String inviteOf(String name);

    @Message("Remove…")
    String remove();

    @Message("Remove {name}")
    String removeOf(String name);

    @Message("{name} is nothing in this portal any more, and cannot sign in if they are in no other.")
    String removeMeans(String name);

    @Message(
            "{name} is nothing in this portal any more until the next sign-in, when the provider gives its roles again. To keep them out, change them and untick Active.")
    String removeClaimedMeans(String name);

    @Message("Remove the person")
    String removeNow();

    @Message("Import")
    String importing();

    @Message("Export CSV")
    String export();

    @Message("Imported: {added} new, {changed} changed.")
    String imported(String added, String changed);

    @Message("Add a person")
    String add();

    @Message("Name to sign in with")
    String login();

    @Message("Letters without accents, digits and . _ - + @, such as kim or kim@example.com. It stays for ever.")
    String loginHint();

    @Message("Name")
    String name();

    @Message("Email")
    String email();

    @Message("Where the invitation goes. Name and email of somebody whom another portal knows stay as they are.")
    String emailHint();

    @Message("Contact")
    String contact();

    @Message("The contact that they are: it gives them its groups.")
    String contactHint();

    @Message("{code} (not there)")
    String contactGone(String code);

    @Message("Proposed, since the email is the same.")
    String contactProposed();

    @Message("More groups")
    String groups();

    @Message("Codes with commas between, beside the groups of the contact.")
    String groupsHint();

    @Message("Active")
    String active();

    @Message("Save")
    String save();

    @Message("Cancel")
    String cancel();

    @Message("{name} is saved.")
    String saved(String name);

    @Message("{name} is saved. Name and email stay as they are, since this person is known beyond this portal.")
    String savedElsewhere(String name);

    @Message("{name} is added. Invite them, so that they can set a password.")
    String added(String name);

    @Message("{name} is removed.")
    String removed(String name);

    @Message("The invitation is sent. Its link is good once, for 24 hours.")
    String invited();

    @Message("Nothing was done.")
    String nothingDone();

    @Message("Please look at what is marked.")
    String lookAtMarked();

    @Message("Use 1 to {most} letters without accents, digits and . _ - + @, a letter or digit first.")
    String loginUnfit(int most);

    @Message("Give the person a name of at most {most} characters, all of which can be seen.")
    String nameUnfit(int most);

    @Message("This is no address that mail can be sent to, such as kim@example.com.")
    String emailUnfit();

    @Message("Codes have letters, digits, dots, hyphens and underscores, and there are at most {most}.")
    String groupsUnfit(int most);

    @Message("This is no contact.")
    String contactUnfit();

    @Message("This person is not there any more.")
    String unknown();

    @Message("Somebody has this name to sign in with, written with other capitals.")
    String loginAlike();

    @Message("This portal has somebody of that name already. Change them in the list.")
    String loginTaken();

    @Message("Somebody else has changed this person since you opened the page. This is how they are now.")
    String changedSince();

    @Message("This is the last admin. Make somebody else one first.")
    String lastAdmin();

    @Message("Nobody gives a role that may do what they may not.")
    String beyondYou();

    @Message("They have a password, which they change themselves.")
    String passwordSet();

    @Message("They are switched off in this portal.")
    String switchedOff();

    @Message("There is no email to send an invitation to.")
    String noEmail();

    @Message("Nobody signs in by a password here, so that there is nothing to invite to.")
    String noPasswords();

    @Message("They were invited several times within the hour. Please wait.")
    String tooOften();

    @Message("The mail server did not take the invitation. Please try again shortly.")
    String notSent();
}
