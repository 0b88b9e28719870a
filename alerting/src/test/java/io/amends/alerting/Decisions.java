package io.amends.alerting;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.ResponseBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions as alerting's tests want them: about an unhappy customer of NET at portal acme who wrote something. */
public final class Decisions {
    private Decisions() {}

    /** A decision about a response of that id. */
    public static DecisionBuilder about(String response) {
        return DecisionBuilder.about(ResponseBuilder.response(response)
                        .segment("ENT")
                        .language("en")
                        .customer(customer("Kim Example", "Example GmbH", null))
                        .agent(new Agent("a-7", "Robin Example"))
                        .factors(List.of("Speed of response", "Kept informed"))
                        .comment("Third time I had to call."))
                .summary("CSAT 1 is at or below the threshold of 2.");
    }

    /** The same of a customer who prefers a way of contact. */
    public static DecisionBuilder prefers(String response, String way) {
        return about(response).customer(customer("Kim Example", "Example GmbH", way));
    }

    /** The same of a customer of that name, in their words. */
    public static DecisionBuilder says(
            String response, String name, @Nullable String words, @Nullable String language) {
        return about(response).customer(customer(name, null, null)).with(r -> r.comment(words)
                .language(language));
    }

    /** One about a response that says as little as it may: no customer, no agent, no words, no rating. */
    public static DecisionBuilder bare() {
        DecisionBuilder bare = about("bare");
        bare.customer(null);
        bare.agent(null);
        bare.with(r -> r.comment(null));
        bare.factors(List.of());
        bare.unrated().kind(Kind.RECOVERY);
        return bare;
    }

    /** One about a happy customer who asked to be contacted. */
    public static DecisionBuilder happy(String response) {
        return about(response).happy().asked().summary("The customer is happy and asked to be contacted.");
    }

    private static Customer customer(String name, @Nullable String company, @Nullable String preferred) {
        return new Customer("c-9", name, null, null, company, null, preferred, null);
    }
}
