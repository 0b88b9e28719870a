package io.amends.kit;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.kit")
                .plain("form", "id", "metrics", "rights", "time")
                .knowing("com.fasterxml.uuid", "com.networknt.schema", "de.focus_shift.jollyday"));
    }
}
