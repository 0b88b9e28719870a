package io.amends.alerting.delivery;

import io.amends.alerting.rendering.DigestForms;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a delivery sends, ready to be handed over: each channel has its own kind. */
sealed interface Message {

    /**
     * A mail: a digest, or an alert.
     *
     * @param id the local part of its Message-ID, the same for every try
     * @param fileName what its PDF is called; empty without
     */
    record MailMessage(String address, String id, DigestForms forms, String fileName) implements Message {}

    /**
     * A text message.
     *
     * @param number E.164
     */
    record SmsMessage(String number, String body) implements Message {}

    /**
     * A post on a channel.
     *
     * @param url where it goes; null where it can go nowhere
     * @param id of its event, the same for every try
     * @param secrets by each of which it is signed; none: it is not
     * @param why it can go nowhere
     */
    record PostMessage(@Nullable URI url, String id, byte[] body, List<String> secrets, @Nullable String why)
            implements Message {

        /** Nobody reads the secrets in a log. */
        @Override
        public String toString() {
            return "PostMessage[" + id + "]";
        }
    }
}
