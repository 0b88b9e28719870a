package io.amends.dashboard.recovery;

import io.amends.contracts.api.Recovery;

/**
 * What a dialog is about, as its address and its forms name it: a response, or the case of a ticket for which no survey has
 * come yet (A9).
 */
final class DialogSubject {
    private static final String CASE = "case:";

    private DialogSubject() {}

    static String of(Recovery.Item item) {
        return item.responseId() == null ? CASE + item.caseId() : item.responseId();
    }

    /** Whether a name is that of the item's case: a form that was shown before the survey came is still for it. */
    static boolean ofCase(String named, Recovery.Item item) {
        return named.equals(CASE + item.caseId());
    }
}
