package io.amends.alerting.rendering;

import io.amends.alerting.report.RequestMail;

/** Gives an alert its two forms, which say the same (A7, A9, A11, C7). */
public final class RequestForms {
    private RequestForms() {}

    /** HTML and text; there is no PDF. */
    public static DigestForms of(RequestMail mail) {
        return new DigestForms(mail.head().subject(), Templates.html(mail), Templates.text(mail), null);
    }
}
