package io.amends.ingest.imports;

import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.SurveyImport;
import io.amends.ingest.imports.core.FileEncoding;
import io.amends.ingest.imports.core.FileFormat.Place;
import java.util.UUID;

/**
 * An import as its row has it.
 *
 * @param preset what every column means; of one that is held only what it was kept with
 * @param reached up to where its rows were taken or refused
 */
record StoredImport(UUID id, SurveyImport view, FileEncoding encoding, ImportPreset preset, Place reached) {

    String portal() {
        return view.portal();
    }
}
