package io.amends.alerting.delivery;

import io.amends.alerting.rendering.DigestForms;

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
}
