package io.amends.contracts;

/** The customer's own "please contact me" choice (B3). */
public enum ContactChoice {
    YES,
    NO,
    /** Asked, left blank. */
    UNANSWERED,
    /** The survey does not have the question: outbound by score. */
    NOT_ASKED
}
