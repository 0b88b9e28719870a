package io.amends.dashboard.signin.oidc.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of somebody whom the provider has verified (H1). A person is an issuer and its subject. They become a
 * person who is there by an email that the issuer has verified, or by an admin; never by a login, since who may choose their
 * login at the provider could choose somebody else's. Of several who have the email it is the one who has had it longest: else
 * the admin of any portal would keep people of all others out, by giving their email to somebody of their own.
 */
public sealed interface ComingIn {
    /**
     * They come in.
     *
     * @param login whose they are
     */
    record In(String login, How how) implements ComingIn {}

    /** How somebody becomes a person. */
    enum How {
        /** They were linked before. */
        KNOWN,
        /** They are a person who is there, from now on. */
        LINKED,
        /** They are a new person. */
        MADE
    }

    /** They cannot come in. */
    record Refused(Why why) implements ComingIn {}

    /** Why somebody cannot come in. */
    enum Why {
        /** Nobody has added them. */
        UNKNOWN,
        /** Whoever has had their email longest comes in another way: by a password, or as another subject. */
        EMAIL_TAKEN,
        /** The provider says no login that could be theirs. */
        NO_LOGIN,
        /** Somebody else has their login. */
        LOGIN_TAKEN,
        /** Amends knows them, and they are nothing in any portal. */
        NO_ROLE
    }

    /**
     * A person who may be meant.
     *
     * @param open whether they can come in this way: nobody of the configuration can, who signs in by a password, and by
     *     email nobody who is linked with this issuer already
     */
    record Namesake(String login, boolean open) {}

    /**
     * What is known of them.
     *
     * @param linked the person who is linked with this issuer and subject; null: none
     * @param byEmail who has the verified email, in whatever case, first who has had it longest; none where it is not verified
     * @param login what the provider calls them; null: nothing that can be a login
     * @param taken whether somebody has that login, in whatever case
     */
    record Newcomer(
            @Nullable Namesake linked,
            List<Namesake> byEmail,
            @Nullable String login,
            boolean taken,
            Provision provision) {}

    /** Decides. */
    static ComingIn of(Newcomer newcomer) {
        if (newcomer.linked() != null) {
            return newcomer.linked().open()
                    ? new In(newcomer.linked().login(), How.KNOWN)
                    : new Refused(Why.LOGIN_TAKEN);
        }
        Namesake first = newcomer.byEmail().stream().findFirst().orElse(null);
        if (first != null && first.open()) {
            return new In(first.login(), How.LINKED);
        }
        if (newcomer.provision() == Provision.DENY) {
            return new Refused(first == null ? Why.UNKNOWN : Why.EMAIL_TAKEN);
        }
        if (newcomer.login() == null) {
            return new Refused(Why.NO_LOGIN);
        }
        return newcomer.taken() ? new Refused(Why.LOGIN_TAKEN) : new In(newcomer.login(), How.MADE);
    }
}
