package io.amends.bench;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.bench").knowing("io.amends.rules", "io.amends.language"));
    }
}
