package io.amends.ingest.imports;

import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportState;
import io.amends.ingest.imports.ImportStore.KeptFile;
import io.amends.ingest.imports.core.ComingFiles;
import io.amends.ingest.imports.core.EncodingSample;
import io.amends.ingest.imports.core.FileFormat;
import io.amends.ingest.imports.core.FileMeaning;
import io.amends.ingest.imports.core.FileMeaning.Thoroughness;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.problem.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps files as they come, piece by piece, and starts their imports. */
@ApplicationScoped
class ImportIntake {
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final String NOTHING = "Nothing was imported.";

    private final Jdbi jdbi;
    private final ImportStore store;
    private final ImportFiles files;
    private final FilePortals portals;
    private final ImportPresets presets;
    private final ImportWorker worker;
    private final AuditTrail trail;
    private final long largest;
    private final ComingFiles coming = new ComingFiles();

    ImportIntake(
            Jdbi jdbi,
            ImportStore store,
            ImportFiles files,
            FilePortals portals,
            ImportPresets presets,
            ImportWorker worker,
            AuditTrail trail,
            @ConfigProperty(name = "amends.imports.largest") MemorySize largest) {
        this.jdbi = jdbi;
        this.store = store;
        this.files = files;
        this.portals = portals;
        this.presets = presets;
        this.worker = worker;
        this.trail = trail;
        this.largest = largest.asLongValue();
    }

    /**
     * A file that is sent.
     *
     * @param name that it has where it comes from
     * @param preset by which its columns are read; null for what its headers say
     * @param hold whether it is only kept, for somebody to look at and start
     */
    record SentFile(String portal, @Nullable String name, @Nullable String preset, boolean hold) {}

    /** What was kept of a file. */
    private record Kept(byte[] beginning, long bytes, EncodingSample sample) {}

    /**
     * Keeps a file, and imports it unless it is to be held.
     *
     * @return the id of the import, once all of the file is kept
     * @throws Problem 400 if no line of it can become a response, 413 if it is too large, 429 where too many come at once, of its
     *     caller, of its portal or of all
     */
    UUID take(SentFile sent, InputStream body, Caller caller) throws IOException {
        ImportPreset preset = presets.named(sent.portal(), sent.preset());
        String account = caller.account();
        if (!coming.begin(sent.portal(), account)) {
            throw Problem.of(429, "Too many requests", "Several files are just being sent. Please try again shortly.")
                    .retryAfter(LATER);
        }
        try {
            UUID id = kept(sent, preset, body, caller);
            worker.wake();
            return id;
        } finally {
            coming.end(sent.portal(), account);
        }
    }

    private UUID kept(SentFile sent, ImportPreset preset, InputStream body, Caller caller) throws IOException {
        UUID id = store.begin(sent.portal(), sent.name(), caller.name());
        boolean done = false;
        try {
            finish(id, sent, preset, keep(id, body), caller);
            done = true;
        } finally {
            if (!done) {
                store.discard(id);
            }
        }
        return id;
    }

    /**
     * Imports a file that is held.
     *
     * @throws Problem 400 if no line of it can become a response, 409 if it is held no more
     */
    void start(StoredImport held, @Nullable String presetName, Caller caller) throws IOException {
        if (held.view().state() != ImportState.HELD) {
            throw startedBefore();
        }
        ImportPreset preset = presets.named(held.portal(), presetName);
        byte[] beginning = files.beginning(held.id());
        boolean complete = beginning.length == held.view().bytes();
        FileFormat format = FileFormat.of(beginning, held.encoding(), complete);
        FileMeaning meaning = FileMeaning.of(
                portals.of(held.portal()),
                format,
                preset,
                beginning,
                complete,
                Thoroughness.WHOLE,
                at -> files.from(held.id(), at));
        refuse(meaning.problems());
        jdbi.useTransaction(tx -> {
            if (!store.start(tx, held.id(), presetName, meaning.mapping().whole())) {
                throw startedBefore();
            }
            trail.add(tx, caller.signature(), ImportAudit.imported(held.portal(), held.id(), presetName));
        });
        worker.wake();
    }

    private static Problem startedBefore() {
        return Problem.conflict("This import was started before.");
    }

    private Kept keep(UUID id, InputStream body) throws IOException {
        EncodingSample sample = new EncodingSample();
        byte[] beginning = new byte[0];
        long bytes = 0;
        byte[] piece = new byte[ImportFiles.PIECE];
        for (int number = 0; ; number++) {
            int length = body.readNBytes(piece, 0, piece.length);
            bytes += length;
            if (bytes > largest) {
                throw Problem.of(413, "Content too large", "A file has at most " + largest + " bytes.");
            }
            if (length > 0) {
                byte[] content = length == piece.length ? piece : Arrays.copyOf(piece, length);
                files.keep(id, number, content);
                sample.add(content, length);
                beginning = number == 0 ? content.clone() : beginning;
            }
            if (length < piece.length) {
                return new Kept(beginning, bytes, sample);
            }
        }
    }

    private void finish(UUID id, SentFile sent, ImportPreset preset, Kept kept, Caller caller) throws IOException {
        if (kept.bytes() == 0) {
            throw Problem.badRequest(NOTHING, List.of(new Reason("", "the file is empty")));
        }
        boolean complete = kept.beginning().length == kept.bytes();
        FileFormat format = FileFormat.of(kept.beginning(), kept.sample().encoding(), complete);
        ImportPreset meant = preset;
        if (!sent.hold()) {
            FileMeaning meaning = FileMeaning.of(
                    portals.of(sent.portal()),
                    format,
                    preset,
                    kept.beginning(),
                    complete,
                    Thoroughness.WHOLE,
                    at -> files.from(id, at));
            refuse(meaning.problems());
            meant = meaning.mapping().whole();
        }
        KeptFile file = new KeptFile(kept.bytes(), format.encoding(), sent.preset(), meant);
        jdbi.useTransaction(tx -> {
            store.keep(tx, id, file, sent.hold() ? ImportState.HELD : ImportState.RUNNING);
            if (!sent.hold()) {
                trail.add(tx, caller.signature(), ImportAudit.imported(sent.portal(), id, sent.preset()));
            }
        });
    }

    private static void refuse(List<Reason> problems) {
        if (!problems.isEmpty()) {
            throw Problem.badRequest(NOTHING, problems);
        }
    }
}
