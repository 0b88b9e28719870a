package io.amends.alerting.loop;

import io.amends.kit.id.Sha256;

/** API keys of the tests: one for all portals, one for a portal that is nobody's. */
final class Keys {
    static final String ALL = "a-key-for-everything";
    static final String OTHER = "a-key-for-another-portal";

    private Keys() {}

    static String hashes() {
        return "all:" + Sha256.hex(ALL) + ",other:" + Sha256.hex(OTHER) + ":elsewhere";
    }
}
