package io.amends.dashboard.imports;

import io.amends.dashboard.client.RefusedCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Passes files on to survey-ingest, which holds them until somebody starts their import, and starts it. */
@ApplicationScoped
class SentFiles {
    private final ImportUploads uploads;
    private final ImportsService service;

    SentFiles(@RestClient ImportUploads uploads, ImportsService service) {
        this.uploads = uploads;
        this.service = service;
    }

    /**
     * Sends one as it is read.
     *
     * @return the id of its import
     * @throws RefusedCall where the file is refused
     */
    String send(String cpc, String name, InputStream content) {
        return ask(() -> uploads.send(cpc, true, name, content).importId());
    }

    /**
     * Starts one, by a preset or by what its headers say.
     *
     * @throws RefusedCall where it cannot be started so
     */
    void start(String id, String preset) {
        ask(() -> uploads.start(id, preset.isEmpty() ? null : preset));
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RefusedCall e) {
            throw service.told(e);
        } catch (ProcessingException e) {
            throw service.away();
        }
    }
}
