package io.amends.rules;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.rules")
                .plain("decision", "events", "matching", "words", "backtest.core")
                .knowing("io.amends.language", "io.amends.messages", "com.ethlo.time"));
    }
}
