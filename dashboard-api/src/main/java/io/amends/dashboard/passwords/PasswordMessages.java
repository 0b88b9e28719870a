package io.amends.dashboard.passwords;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences about passwords, in pages and in the mail that invites; English is the first language (C11). */
@MessageBundle(value = "passwords", locale = "en")
public interface PasswordMessages {
    @Message("Your account")
    String account();

    @Message("{name}, who signs in as {login}.")
    String you(String name, String login);

    @Message("Your password is in the configuration of Amends: whoever runs it can change it.")
    String configured();

    @Message("You have no password here, and need none.")
    String none();

    @Message("Change your password")
    String change();

    @Message("Current password")
    String current();

    @Message("New password")
    String fresh();

    @Message("New password, once more")
    String again();

    @Message("At least {fewest} characters. Several words that do not belong together are easy to keep in mind.")
    String hint(int fewest);

    @Message("Your password is changed. Everywhere else you are signed out.")
    String changed();

    @Message("Back")
    String back();

    @Message("This is not your current password.")
    String wrong();

    @Message("There were too many tries. Please wait a minute and try again.")
    String tooManyTries();

    @Message("The two new passwords differ.")
    String differ();

    @Message("A password has at least {fewest} characters.")
    String tooShort(int fewest);

    @Message(
            "This password is too long: it has at most {most} characters, fewer with accents or signs of other scripts.")
    String tooLong(int most);

    @Message("This password has a character that cannot be used.")
    String unfit();

    @Message("This password is one of those that are tried first. Choose another one.")
    String common();

    @Message("A password must not be your name or your address.")
    String ownName();

    @Message("Set your password")
    String set();

    @Message("Welcome to Amends, {name}. You sign in as {login}.")
    String welcome(String name, String login);

    @Message("Your password is set.")
    String isSet();

    @Message("Sign in")
    String signIn();

    @Message("This link does not open anything any more")
    String over();

    @Message("It was used, or it is older than a day. Ask whoever looks after Amends for a new one.")
    String askForAnother();

    @Message("Set your password for Amends")
    String subject();

    @Message("Hello {name},")
    String hello(String name);

    @Message("you have been invited to Amends. Open this link within 24 hours and choose a password:")
    String invitedHere();

    @Message("You sign in as {login}.")
    String signInAs(String login);

    @Message("If you do not know why you get this, leave the link alone: without it nothing happens.")
    String leaveAlone();

    @Message("This page is for people who are signed in.")
    String forPeople();
}
