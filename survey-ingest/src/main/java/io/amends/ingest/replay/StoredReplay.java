package io.amends.ingest.replay;

import io.amends.contracts.api.SourceReplay;
import io.amends.ingest.replay.core.ReplayTally.Found;
import io.amends.ingest.sources.KeptBodies.Reached;
import io.amends.ingest.sources.SourceId;
import java.util.UUID;

/**
 * A replay as its row has it.
 *
 * @param reached up to which delivery it was read
 */
record StoredReplay(UUID id, SourceId source, SourceReplay view, Reached reached, Found found) {}
