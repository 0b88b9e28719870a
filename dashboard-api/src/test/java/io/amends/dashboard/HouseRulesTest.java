package io.amends.dashboard;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.dashboard")
                .plain(
                        "links",
                        "audit.core",
                        "directory.core",
                        "keys.core",
                        "layout.core",
                        "people.core",
                        "preferences.core",
                        "recovery.core",
                        "responses.core",
                        "signin.core",
                        "signin.oidc.core",
                        "studio.core")
                .knowing("io.amends.language", "com.nulabinc.zxcvbn"));
    }
}
