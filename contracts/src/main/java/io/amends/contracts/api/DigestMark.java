package io.amends.contracts.api;

/** Why a case is in this digest in another way than usual. */
public enum DigestMark {
    /** It was decided, or repaired, too late for the digest of its own period (C2, A6). */
    LATE,
    /** It replaces a response that was in a digest before (A4). */
    REPLACING,
    /** It was moved to another support group after a digest had it (A8). */
    MOVED,
    /** It answers a follow-up survey: unhappy again (A4). */
    AGAIN,
    /** Its group has nobody who can be reached, so the portal's admins get it (C5). */
    NO_CONTACT,
    /** Its recipient has no part in its group: a rule lets them hear of it, too (B5). */
    ALSO,
    /** Its case was closed while the quiet time of its recipient held the digest (C10). */
    SOLVED
}
