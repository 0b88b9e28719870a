package io.amends.dashboard;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.dashboard")
                .plain(
                        "links",
                        "directory.rules",
                        "layout.text",
                        "recovery.dialog",
                        "responses.report",
                        "signin.policy",
                        "studio.model")
                .knowing("io.amends.language"));
    }
}
