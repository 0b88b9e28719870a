package io.amends.contracts;

/** What made a new version of a response (A3, A6, A8, A12). The values are closed: another one is another field. */
public enum ChangeCause {
    /** Something was sent: a version of it, or another response of its ticket. */
    SENT,
    /** What a source had sent was read again. */
    REPLAYED,
    /** The directory was changed, which healed what waited for it. */
    DIRECTORY,
    /** A person repaired or moved it. */
    PERSON
}
