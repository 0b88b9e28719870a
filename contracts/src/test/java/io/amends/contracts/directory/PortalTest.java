package io.amends.contracts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.amends.contracts.Json;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PortalTest {

    @DisplayName(
            "B1: a group's own threshold is in force for it, and the portal's for all others and for an unknown group")
    @Test
    void threshold() throws JsonProcessingException {
        Portal portal = Json.MAPPER.readValue("{\"name\": \"Acme\", \"serviceRecoveryThreshold\": 2}", Portal.class);
        Group strict = Json.MAPPER.readValue("{\"name\": \"Strict\", \"threshold\": 3}", Group.class);
        Group usual = Json.MAPPER.readValue("{\"name\": \"Usual\"}", Group.class);

        assertThat(portal.threshold(strict)).isEqualTo(BigDecimal.valueOf(3));
        assertThat(portal.threshold(usual)).isEqualTo(BigDecimal.valueOf(2));
        assertThat(portal.threshold(null)).isEqualTo(BigDecimal.valueOf(2));
    }
}
