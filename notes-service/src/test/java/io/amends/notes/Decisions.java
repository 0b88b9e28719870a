package io.amends.notes;

import io.amends.contracts.Customer;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.ResponseBuilder;

/** Decisions as the tests of notes-service want them: about an unhappy customer of EMEA-NET who answered on a Monday. */
public final class Decisions {
    private Decisions() {}

    public static DecisionBuilder decision() {
        return DecisionBuilder.about(ResponseBuilder.response("r-1")
                        .ticket("T-1")
                        .group("EMEA-NET")
                        .brand("acme")
                        .language("de")
                        .customer(new Customer("c-9", "Kim Example", "kim@example.com", null, null, null, null, null))
                        .comment("Third time I had to call."))
                .received("2026-11-16T09:00:00Z");
    }
}
