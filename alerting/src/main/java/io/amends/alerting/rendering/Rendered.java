package io.amends.alerting.rendering;

/** A digest as it is sent, in its three forms that say the same. */
public record Rendered(String subject, String html, String text, byte[] pdf) {}
