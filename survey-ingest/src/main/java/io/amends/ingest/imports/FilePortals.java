package io.amends.ingest.imports;

import io.amends.ingest.imports.core.ColumnMapping.FilePortal;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What the directory says of portals, as far as files need it. */
@ApplicationScoped
class FilePortals {
    private final DirectoryView directory;

    FilePortals(DirectoryView directory) {
        this.directory = directory;
    }

    /** @throws Problem 404 if there is no such portal */
    FilePortal of(String cpc) {
        PortalDirectory portal = directory.require(cpc);
        return new FilePortal(
                portal.cpc(),
                portal.portal().timeZone(),
                portal.portal().measures().keySet());
    }

    /** Whether it is known which portals there are. */
    boolean known() {
        return directory.call().getStatus() == HealthCheckResponse.Status.UP;
    }
}
