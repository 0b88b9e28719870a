package io.amends.notes;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.notes").plain("ticket", "portal", "cases", "note", "dossier", "search"));
    }
}
