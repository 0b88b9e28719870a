package io.amends.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Portal;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a portal is where nothing is said. */
class PortalDefaultsTest {

    /** As interfaces.md shows it; what has no default there is null. */
    private static final String DEFAULTS =
            """
            {"name": "Acme", "timeZone": "Europe/Berlin", "language": "en", "alertTime": "09:00", "sms": true, "weekendAlerts": true,
             "immediateOnYes": false, "quietHours": null, "immediateInQuietHours": false,
             "overall": "csat", "serviceRecoveryThreshold": 2,
             "measures": {"csat": {"kind": "csat", "min": 1, "max": 5}, "nps": {"kind": "nps", "min": 0, "max": 10},
                          "fcr": {"kind": "fcr", "min": null, "max": null}},
             "contactPolicy": {"lowUnanswered": "ALLOWED", "highUnanswered": "NONE"}, "segmentRequired": false,
             "ticketUrlPrefix": null, "duplicateWindowDays": 30, "lateDigest": "NEXT", "lateDays": 7, "admins": []}
            """;

    @DisplayName("absent and null fields take the values of interfaces.md, and are written as it writes them")
    @Test
    void defaults() throws Exception {
        JsonNode expected = Json.MAPPER.readTree(DEFAULTS);

        assertThat(written(read("{\"name\": \"Acme\"}"))).isEqualTo(expected);
        assertThat(written(
                        read("{\"name\": \"Acme\", \"alertTime\": null, \"measures\": null, \"contactPolicy\": {}}")))
                .isEqualTo(expected);
    }

    @DisplayName("the schema names the same defaults")
    @Test
    void schemaDefaults() throws Exception {
        JsonNode expected = Json.MAPPER.readTree(DEFAULTS);
        SchemaShape entry = SchemaShape.file("portal").property("entry");

        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode byDefault = entry.property(field.getKey()).node().path("default");
            if (!byDefault.isMissingNode()) {
                JsonNode portal =
                        Json.MAPPER.createObjectNode().put("name", "Acme").set(field.getKey(), byDefault);
                assertThat(written(read(portal.toString()))).as(field.getKey()).isEqualTo(expected);
            }
        }
        assertThat(entry.property("contactPolicy")
                        .property("lowUnanswered")
                        .node()
                        .get("default"))
                .isEqualTo(expected.at("/contactPolicy/lowUnanswered"));
    }

    @DisplayName("an alert time may come with seconds; what is no time is refused")
    @Test
    void alertTimes() throws Exception {
        assertThat(read("{\"name\": \"Acme\", \"alertTime\": \"07:30:00\"}").alertTime())
                .isEqualTo(LocalTime.of(7, 30));
        assertThatThrownBy(() -> read("{\"name\": \"Acme\", \"alertTime\": \"25:00\"}"))
                .isInstanceOf(java.io.IOException.class);
    }

    private static Portal read(String json) throws Exception {
        return Json.read(json.getBytes(UTF_8), Portal.class);
    }

    private static JsonNode written(Portal portal) throws Exception {
        return Json.MAPPER.readTree(Json.write(portal));
    }
}
