package io.amends.alerting.sms;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The sentences of text messages (C3, C4); English is the first language (C11). They are short, and of the letters of the GSM
 * alphabet where the language has them: a part has room for 160 of those, and for 70 of all others. A number comes twice: as it
 * is, which chooses the words, and {@code shown}, as the reader writes it.
 */
@MessageBundle(value = "sms", locale = "en")
public interface SmsMessages {
    @Message("{portal}: {#plural n}{#one}{shown} unhappy customer{#other}{shown} unhappy customers{/plural} to contact."
            + " Your email has the report.")
    String listed(String portal, long n, String shown);

    @Message("{portal}: {#plural n}{#one}{shown} unhappy customer{#other}{shown} unhappy customers{/plural} to contact"
            + " since Saturday. Your emails have the reports.")
    String sinceSaturday(String portal, long n, String shown);
}
