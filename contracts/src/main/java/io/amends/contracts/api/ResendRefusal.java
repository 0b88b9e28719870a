package io.amends.contracts.api;

/** Why a message is not sent again (409), as the problem's {@code cause} (C9). */
public enum ResendRefusal {
    /** It is on its way already, or waits for its time. */
    UNDER_WAY,
    /** It was sent again since somebody looked. */
    SENT_AGAIN,
    /** It was not sent at all, on purpose. */
    SKIPPED,
    /** Its recipient is no contact any more. */
    CONTACT_LEFT,
    /** Its recipient is to be told nothing by that channel. */
    NO_ADDRESS,
    /** Whoever has that number has answered STOP. */
    STOPPED,
    /** A customer of whom it tells has answered anew since, or is not to be contacted any more (A4, B4). */
    TAKEN_BACK
}
