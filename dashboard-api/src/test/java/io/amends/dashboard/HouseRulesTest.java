package io.amends.dashboard;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.dashboard")
                .plain(
                        "address",
                        "directory.rules",
                        "page.words",
                        "recovery.dialog",
                        "responses.report",
                        "signin.policy",
                        "studio.builder",
                        "studio.figures")
                .knowing("io.amends.language"));
    }
}
