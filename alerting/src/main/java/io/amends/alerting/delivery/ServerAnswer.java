package io.amends.alerting.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What the other side answered to an attempt, for who looks at it later (C9).
 *
 * @param code the reply code of SMTP, the status of HTTP
 * @param words at most {@value #LONGEST} characters; null where there were none
 */
public record ServerAnswer(int code, @Nullable String words) {
    private static final int LONGEST = 500;

    /** Cuts the words. */
    public ServerAnswer {
        words = words == null || words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    /** A reply of SMTP, of which the words begin with the code. */
    static ServerAnswer ofMail(int code, @Nullable String reply) {
        return new ServerAnswer(
                code, String.valueOf(reply).replaceFirst("^[0-9]{3}[ -]", "").strip());
    }
}
