package io.amends.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.deliveries.DeliveriesClient;
import io.amends.dashboard.directory.QuarantineClient;
import io.amends.dashboard.imports.ImportUploads;
import io.amends.dashboard.imports.ImportsClient;
import io.amends.dashboard.optouts.OptOutsClient;
import io.amends.dashboard.preferences.connection.ChannelsClient;
import io.amends.dashboard.preferences.sources.ReplaysClient;
import io.amends.dashboard.preferences.sources.SourcesClient;
import io.amends.dashboard.proposals.ReassignmentsClient;
import io.amends.dashboard.quarantine.RepairClient;
import io.amends.dashboard.reassign.ReassignClient;
import io.amends.dashboard.recovery.DigestsClient;
import io.amends.dashboard.recovery.NotesClient;
import io.amends.dashboard.requests.RequestsClient;
import io.amends.dashboard.studio.client.RulesClient;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services tell each other has one shape, in contracts. */
class OneShapeTest {
    /** A client as none may be. */
    private interface Guilty {
        record Mirrored(long total) {}
    }

    @DisplayName("a client of another service has no records of its own: they are in contracts.api")
    @ParameterizedTest
    @ValueSource(
            classes = {
                RulesClient.class,
                NotesClient.class,
                DigestsClient.class,
                DeliveriesClient.class,
                QuarantineClient.class,
                RequestsClient.class,
                ImportsClient.class,
                ReplaysClient.class,
                SourcesClient.class,
                OptOutsClient.class,
                ChannelsClient.class,
                ImportUploads.class,
                ReassignmentsClient.class,
                RepairClient.class,
                ReassignClient.class
            })
    void noMirrors(Class<?> client) {
        assertThat(mirrors(client)).isEmpty();
    }

    @DisplayName("a record of a client's own would be found")
    @Test
    void wouldBeFound() {
        assertThat(mirrors(Guilty.class)).containsExactly(Guilty.Mirrored.class);
    }

    private static List<Class<?>> mirrors(Class<?> client) {
        return Arrays.stream(client.getDeclaredClasses())
                .filter(Class::isRecord)
                .toList();
    }
}
