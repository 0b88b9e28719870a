package io.amends.dashboard.signin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of signing in; English is the first language (C11). */
@MessageBundle(value = "signin", locale = "en")
public interface SignInMessages {
    @Message("Sign in")
    String signIn();

    @Message("Not signed in")
    String notSignedIn();

    @Message("You are signed out.")
    String signedOut();

    @Message("Name")
    String name();

    @Message("Password")
    String password();

    @Message("On your own machine, {file} has both.")
    String bothAreIn(String file);

    @Message("That name and password do not match. Check both and try again.")
    String noMatch();

    @Message("or")
    String or();

    @Message("Nobody signs in by a password here.")
    String noPasswords();

    @Message("There were too many tries. "
            + "Please wait {#plural seconds}{#one}a second{#other}{seconds} seconds{/plural} and try again.")
    String tooManyTries(long seconds);

    @Message("Many people are signing in just now. Please try again shortly.")
    String busy();

    @Message("This request did not come from a page of Amends.")
    String foreignRequest();
}
