package io.amends.ingest;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.ingest")
                .plain(
                        "imports.core",
                        "mapping",
                        "replay.core",
                        "requests.core",
                        "response",
                        "rhythm",
                        "sources.core",
                        "submission")
                .knowing("com.ibm.icu"));
    }
}
