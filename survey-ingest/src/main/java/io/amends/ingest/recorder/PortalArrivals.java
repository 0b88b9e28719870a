package io.amends.ingest.recorder;

import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.inbound.DeadLetters;
import io.amends.kit.inbound.Received;
import io.amends.kit.inbound.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Takes parked records on when their portal arrives, and puts those it does not arrive for into the dead letters. */
@ApplicationScoped
public class PortalArrivals {
    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final RecorderStep recorder;
    private final DeadLetters deadLetters;
    private final Duration patience;

    PortalArrivals(
            Jdbi jdbi,
            DirectoryView directory,
            RecorderStep recorder,
            DeadLetters deadLetters,
            @ConfigProperty(name = "amends.ingest.unknown-portal-wait", defaultValue = "60s") Duration patience) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.recorder = recorder;
        this.deadLetters = deadLetters;
        this.patience = patience;
    }

    void settle() {
        List<String> known =
                directory.portals().stream().map(PortalDirectory::cpc).toList();
        // Taken out and recorded in one transaction; the dead letter is sent inside it too: rather twice than never.
        jdbi.useTransaction(tx -> recorder.recordArrived(tx, Parking.takeArrived(tx, known)));
        jdbi.useTransaction(tx -> {
            List<Rejection> unknown = Parking.takeExpired(tx, known, patience).stream()
                    .map(parked -> new Rejection(parked.record(), reason(parked.record())))
                    .toList();
            deadLetters.put(RecorderStep.NAME, unknown, 1);
        });
    }

    private String reason(Received record) {
        return "the directory does not know the portal, after " + patience.toSeconds() + " s of waiting since "
                + record.acceptedAt();
    }
}
