package io.amends.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Topics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalTopicsTest {

    @Test
    @DisplayName("H3: each topic has its portal, a portal may have several, and the common topic has none")
    void read() {
        PortalTopics topics = PortalTopics.of("acme=crm.acme.surveys, beta = crm.beta ,acme=crm.acme.calls,");

        assertThat(topics.names()).containsExactly("crm.acme.surveys", "crm.beta", "crm.acme.calls");
        assertThat(topics.portal("crm.acme.calls")).isEqualTo("acme");
        assertThat(topics.portal("crm.beta")).isEqualTo("beta");
        assertThat(topics.portal(Topics.SUBMITTED)).isNull();
    }

    @Test
    @DisplayName("H3: without a word there are none")
    void none() {
        assertThat(PortalTopics.of(" ").names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme=crm.a,beta=crm.a | crm.a twice",
                "acme=crm.a,acme=crm.a | crm.a twice",
                "acme | 'acme'",
                "acme= | 'acme='",
                "=crm.a | '=crm.a'",
                "ac me=crm.a | 'ac me=crm.a'",
                "acme=crm/a | 'acme=crm/a'",
                "acme=a=b | 'acme=a=b'",
                "acme=amends.surveys.submitted.v1 | amends.surveys.submitted.v1"
            })
    @DisplayName("H3: what leaves open whose a topic is, is refused with the setting and the place")
    void refused(String configured, String named) {
        assertThatThrownBy(() -> PortalTopics.of(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AMENDS_PORTAL_TOPICS")
                .hasMessageContaining(named.replace("'", ""));
    }
}
