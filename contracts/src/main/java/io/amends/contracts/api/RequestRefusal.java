package io.amends.contracts.api;

/** Why a request was not filed (409), as the problem's {@code cause} (A9). */
public enum RequestRefusal {
    /** Its key was used for another request. */
    KEY_USED,
    /** The customer of the ticket said NO (B4). */
    CONTACT_REFUSED
}
