package io.amends.dashboard.signin.oidc;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of signing in by OpenID Connect; English is the first language (C11). */
@MessageBundle(value = "oidc", locale = "en")
public interface OidcMessages {
    @Message("your organisation")
    String yourOrganisation();

    @Message("Sign in with {provider}")
    String signInWith(String provider);

    @Message("The sign-in of {provider} does not answer just now. Please try again in a moment.")
    String away(String provider);

    @Message("Signing in with {provider} did not work. Please try again.")
    String failed(String provider);

    @Message("This sign-in was begun too long ago, or in another browser. Please begin again.")
    String stale();

    @Message("You cannot come in yet")
    String notYet();

    @Message(
            "You have signed in with {provider}, but nobody has added you to Amends yet. Ask an admin of Amends to do so.")
    String unknown(String provider);

    @Message("Somebody who has your email comes into Amends in another way, or by another account of {provider}. "
            + "If that is you, ask an admin of all portals to link this account with them.")
    String emailTaken(String provider);

    @Message(
            "The sign-in of {provider} does not say a name that you could have here. Ask an admin of Amends to add you.")
    String noLogin(String provider);

    @Message("Somebody has the name that you would have here. "
            + "If that is you, ask an admin of Amends to link it with your sign-in of {provider}.")
    String loginTaken(String provider);

    @Message("You have no role in Amends, so there is nothing that you could see. Ask an admin of Amends for one.")
    String noRole();

    @Message("They will want to know this id:")
    String yourId();

    @Message("Back to signing in")
    String back();

    @Message("You are signed out of Amends")
    String signedOut();

    @Message("Now you are signed out of {provider} too.")
    String signingOut(String provider);

    @Message("Go on")
    String goOn();
}
