package io.amends.dashboard.responses;

import io.amends.contracts.RecoveryDecided;

/** Which response it is, among those of all portals. */
record ToldResponse(String portal, String responseId) {
    static ToldResponse of(RecoveryDecided decided) {
        return new ToldResponse(decided.portal(), decided.responseId());
    }
}
