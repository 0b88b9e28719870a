package io.amends.alerting.rendering;

import io.amends.alerting.report.RequestMail;

/** Gives the mail about an urgent request its two forms, which say the same (A9, C7). */
public final class RequestForms {
    private RequestForms() {}

    /** HTML and text; there is no PDF. */
    public static DigestForms of(RequestMail mail) {
        return new DigestForms(mail.head().subject(), Templates.html(mail), Templates.text(mail), null);
    }
}
