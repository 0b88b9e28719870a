package io.amends.contracts.api;

/** Why a delivery is held or skipped (C3, C4, C10). */
public enum DeliveryWhy {
    /** Held: Weekend Alerts are off, and it waits until Monday's period is built. */
    WEEKEND,
    /** Held: it is quiet time where its recipient is, and it waits for the end of that (C10). */
    QUIET_TIME,
    /** Skipped: Monday's text message counts what this one had to tell. */
    IN_MONDAYS,
    /** Skipped: when Monday's period was built, the portal or the contact had no text messages any more. */
    NO_SMS,
    /** Skipped: when quiet time was over, nothing of what it had to tell was left to do (C10). */
    NOTHING_LEFT,
    /** Skipped: whoever has that number has answered STOP. */
    STOPPED,
    /** Skipped: there can be no such number. */
    NUMBER_IMPOSSIBLE
}
