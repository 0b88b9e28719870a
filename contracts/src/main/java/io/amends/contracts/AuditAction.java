package io.amends.contracts;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person or a key has done (H4). The name of a constant is its word in events, answers and filters: it never changes,
 * and a new kind of change is a new constant.
 */
public enum AuditAction {
    /** An entry of the directory was put where there was none. */
    ENTRY_CREATED,
    /** An entry of the directory was put over another. */
    ENTRY_CHANGED,
    ENTRY_DELETED,
    RULES_DRAFT_SAVED,
    /** A draft became the version that decides. */
    RULES_PUBLISHED,
    /** An older version became the one that decides. */
    RULES_ROLLED_BACK,
    BACKTEST_STARTED,
    BACKTEST_CANCELLED,
    /** A response in quarantine was corrected. */
    RESPONSE_REPAIRED,
    /** A response was given to another support group. */
    RESPONSE_REASSIGNED,
    /** Somebody who may not do it themselves proposed to give responses to another support group. */
    REASSIGN_PROPOSED,
    /** That was accepted, and done. */
    REASSIGN_PROPOSAL_ACCEPTED,
    REASSIGN_PROPOSAL_REFUSED,
    /** Staff, or a program, asked for a recovery or a follow-up without a survey (A9). */
    REQUEST_FILED,
    /** A customer is to get no surveys any more. */
    CUSTOMER_OPTED_OUT,
    /** That was taken back. */
    CUSTOMER_OPTED_IN,
    /** A file of surveys was taken in, or one that was held was started. */
    SURVEYS_IMPORTED,
    /** What the columns of such files mean was saved. */
    IMPORT_PRESET_SAVED,
    IMPORT_PRESET_DELETED,
    /** An import that ran was cancelled; what it had taken stays. */
    IMPORT_CANCELLED,
    /** A file that was held, and not imported yet, was deleted. */
    IMPORT_FILE_DELETED,
    /** A case was opened by hand. */
    CASE_OPENED,
    CASE_CLOSED,
    CASE_TAGGED,
    CASE_UNTAGGED,
    /** A case was given to another owner. */
    CASE_HANDED_OVER,
    /** Somebody who may not do it themselves proposed what to do with a case. */
    CASE_STEP_PROPOSED,
    /** That was accepted, and done. */
    CASE_PROPOSAL_ACCEPTED,
    CASE_PROPOSAL_REFUSED,
    NOTE_WRITTEN,
    /** A note was written that corrects an earlier one. */
    NOTE_CORRECTED,
    /** A note was written with a time in the past, as an import does. */
    NOTE_IMPORTED,
    /** The digests of a period were built by hand. */
    DIGESTS_RUN,
    DELIVERY_RESENT,
    SIGNED_IN,
    SIGNED_OUT,
    /** Tries to sign in that were refused, counted over a minute. */
    SIGN_IN_FAILED,
    /** Requests that were refused with 403, counted over a minute. */
    ACCESS_REFUSED,
    KEY_CREATED,
    KEY_ROTATED,
    KEY_REVOKED,
    /** The secrets of a source were set, by which its webhooks are told from forged ones. */
    SOURCE_SECRETS_SET,
    /** The secrets of a channel were set: where it posts, or by what its posts are signed (C8). */
    CHANNEL_SECRETS_SET,
    /** A marked sample was posted to a channel. */
    CHANNEL_TESTED,
    /** What a source had sent was read again, and what it makes now was applied (A12). */
    SOURCE_REPLAYED,
    /** Somebody became something in a portal, or over the installation. */
    PERSON_ADDED,
    /** What somebody is was changed, or how they are called. */
    PERSON_CHANGED,
    PERSON_REMOVED,
    /** Somebody was sent a link with which they set a password. */
    PERSON_INVITED,
    /** Somebody set or changed their own password. */
    PASSWORD_SET,
    /** Somebody became a person by signing in with a provider. */
    PERSON_PROVISIONED,
    /** From now on a provider vouches for a person. */
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    /** The roles of a person that their provider's claims give have changed. */
    ROLES_CLAIMED;

    /** The action of that word; empty for a word that this version does not know. */
    public static Optional<AuditAction> named(String word) {
        return Arrays.stream(values()).filter(a -> a.name().equals(word)).findFirst();
    }
}
