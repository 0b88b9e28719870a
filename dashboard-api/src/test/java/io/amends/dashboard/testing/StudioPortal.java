package io.amends.dashboard.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.amends.contracts.Json;
import io.amends.kit.produce.EventProducer;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The portal "bright" for the tests of the rule studio: its directory, one response, and three published rules. */
public final class StudioPortal {
    /** A name that would run a script if it were not shown as text. */
    public static final String HOSTILE = "<img src=x onerror=\"window.hacked=1\">";

    /** The published rules. */
    public static final String RULES =
            """
            {"rules": [
              {"name": "VIP by phone",
               "when": {"all": [{"measure": "csat", "lte": 3}, {"field": "channel", "in": ["phone"]},
                                {"any": [{"tag": "vip_customer"}, {"property": "tier", "eq": "gold"}]}]},
               "then": {"kind": "RECOVERY", "priority": 1, "tags": ["service_recovery"], "alert": "IMMEDIATE"}},
              {"name": "Chat is not for us",
               "when": {"all": [{"field": "channel", "in": ["chat"]}, {"not": {"comment": "present"}}]},
               "then": {"kind": "NONE", "priority": 5}},
              {"name": "Solved at first contact",
               "when": {"measure": "fcr", "eq": true}, "then": {"priority": 3}}]}
            """;

    private static final Sample ANGRY = Sample.of("bright", "p1")
            .ticket("T-4711")
            .customer("Kim Example")
            .comment("Third time I had to call, and each time I explained everything from the beginning.");

    private static boolean loaded;

    private StudioPortal() {}

    /** Begins anew with the published rules. The directory and the response are loaded once, and never changed. */
    public static void begin(EventProducer producer) {
        RulesNeighbour.begin(RULES);
        if (loaded) {
            return;
        }
        Api.put("/v1/portals/bright", "{\"name\": \"Bright Support\"}");
        Api.put("/v1/portals/bright/groups/NET", "{\"name\": \"Network EMEA\", \"dailyCap\": 10}");
        Api.put("/v1/portals/bright/groups/FIELD", "{\"name\": \"Field service\"}");
        Api.put("/v1/portals/bright/contacts/c-9", "{\"name\": \"Alex Example\"}");
        Api.put("/v1/portals/bright/segments/ENTERPRISE", "{\"name\": \"Enterprise\"}");
        Neighbours.know(ANGRY);
        producer.sendAll(List.of(ANGRY.event()));
        await().atMost(Duration.ofSeconds(20)).until(() -> Api.total("bright/responses") == 1);
        loaded = true;
    }

    /** What a page of the portal says. */
    public static String page(String path) {
        return given().auth().oauth2(Keys.KEY).get("/portals/bright/" + path).asString();
    }

    /** A form to post to a page of the portal; the answer may lead elsewhere. */
    public static RequestSpecification form(String body) {
        return given().auth()
                .oauth2(Keys.KEY)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body(body);
    }

    /** What the browser's console complains about: refused styles and scripts among it. */
    public static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(m -> {
            // A form that comes back with errors is an answer like others.
            if (m.type().equals("error") && !m.text().contains("422")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    /** JSON as a tree. */
    public static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
