package io.amends.dashboard.responses;

import io.amends.contracts.RecoveryDecided;

/** Which response it is, among those of all portals. */
record ResponseKey(String portal, String responseId) {
    static ResponseKey of(RecoveryDecided decided) {
        return new ResponseKey(decided.portal(), decided.responseId());
    }
}
