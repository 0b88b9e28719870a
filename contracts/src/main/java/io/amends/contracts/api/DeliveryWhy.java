package io.amends.contracts.api;

/** Why a delivery is held or skipped (C3, C4). */
public enum DeliveryWhy {
    /** Held: Weekend Alerts are off, and it waits until Monday's period is built. */
    WEEKEND,
    /** Skipped: Monday's text message counts what this one had to tell. */
    IN_MONDAYS,
    /** Skipped: when Monday's period was built, the portal or the contact had no text messages any more. */
    NO_SMS,
    /** Skipped: whoever has that number has answered STOP. */
    STOPPED,
    /** Skipped: there can be no such number. */
    NUMBER_IMPOSSIBLE
}
