package io.amends.dashboard.preferences.connection;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the page on which a channel is connected; English is the first language (C11). */
@MessageBundle(value = "connection", locale = "en")
public interface ConnectionMessages {
    @Message("How it does")
    String health();

    @Message("Secrets")
    String secrets();

    @Message("Test")
    String test();

    @Message("Post a sample")
    String postSample();

    @Message("The sample says that it is one. If it is taken, a channel that was switched off posts again.")
    String testHint();

    @Message("The sample was taken (HTTP {status}).")
    String taken(int status);

    @Message("The sample was not taken: HTTP {status}. {answer}")
    String notTaken(int status, String answer);

    @Message("The sample was not taken. {answer}")
    String noAnswer(String answer);

    @Message("Set the secrets")
    String setSecrets();

    @Message("What is set here is stored sealed and never shown. All are set at once: leave out what there is not.")
    String secretsHint();

    @Message("The secrets are set.")
    String secretsSet();

    @Message("The secrets were not set:")
    String secretsRefused();

    @Message("The sample was not posted:")
    String testRefused();

    @Message("Signing secret, beginning with whsec_")
    String current();

    @Message("Former signing secret: each post has a signature by it as well")
    String previous();

    @Message("Address of the incoming webhook")
    String url();

    @Message("No secret is set: nothing is posted.")
    String noSecret();

    @Message("The secret is set.")
    String secretSet();

    @Message("Posts are signed by the former secret as well.")
    String formerToo();

    @Message("A post was last taken {at}.")
    String lastOk(String at);

    @Message("No post has been taken yet.")
    String neverOk();

    @Message("A post was last not taken {at}: {error}.")
    String lastFailure(String at, String error);

    @Message("Nothing has been taken since {at}.")
    String failingSince(String at);

    @Message("{#plural n}{#one}1 post waits.{#other}{number} posts wait.{/plural}")
    String waiting(long n, String number);

    @Message("Switched off since {at}: nothing was taken for five days. A sample that is taken switches it on again.")
    String offFailing(String at);

    @Message("Switched off since {at}: the other side says that it is gone. A sample that is taken switches it on"
            + " again.")
    String offGone(String at);

    @Message("alerting does not answer, so that this cannot be shown now.")
    String away();
}
