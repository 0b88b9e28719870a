package io.amends.messages;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.messages").plain("pseudo"));
    }
}
