package io.amends.alerting;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.alerting").plain("digest", "period", "report").knowing("com.ibm.icu"));
    }
}
