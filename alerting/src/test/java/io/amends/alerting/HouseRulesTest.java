package io.amends.alerting;

import io.amends.house.House;
import io.amends.house.HouseRules;

class HouseRulesTest extends HouseRules {
    HouseRulesTest() {
        super(House.of("io.amends.alerting")
                .plain("digest", "immediate", "period", "report", "sms")
                .knowing("com.ibm.icu", "com.google.i18n.phonenumbers", "io.amends.messages"));
    }
}
