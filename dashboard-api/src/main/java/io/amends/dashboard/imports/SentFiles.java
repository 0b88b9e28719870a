package io.amends.dashboard.imports;

import io.amends.dashboard.client.RefusedCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Passes files on to survey-ingest, which holds them until somebody starts their import. */
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
        try {
            return uploads.send(cpc, true, name, content).importId();
        } catch (RefusedCall e) {
            throw service.told(e);
        } catch (ProcessingException e) {
            throw service.away();
        }
    }
}
