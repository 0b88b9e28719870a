package io.amends.alerting.rendering;

import org.jspecify.annotations.Nullable;

/**
 * A digest as it is sent, in its three forms that say the same.
 *
 * @param pdf null where it took too long to print, which the others say
 */
public record DigestForms(String subject, String html, String text, byte @Nullable [] pdf) {}
