package io.amends.dashboard.preferences.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.dashboard.layout.CsvAnswer;
import io.amends.dashboard.preferences.core.CsvFile;
import io.amends.dashboard.preferences.core.CsvFile.FileFault;
import io.amends.dashboard.preferences.core.CsvFile.Reading;
import io.amends.dashboard.preferences.core.CsvFile.Reading.FaultyFile;
import io.amends.dashboard.preferences.core.CsvFile.Reading.Table;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.transfer.ImportFlow.ImportStep.Applied;
import io.amends.dashboard.preferences.transfer.ImportFlow.ImportStep.Shown;
import io.amends.dashboard.preferences.transfer.ImportView.ImportedList;
import io.amends.dashboard.preferences.transfer.ImportView.Kept;
import io.amends.dashboard.preferences.transfer.ImportView.TroubleLine;
import io.amends.dashboard.preferences.transfer.ImportViews.Planned;
import io.amends.dashboard.preferences.transfer.Uploads.Owner;
import io.amends.dashboard.responses.core.CsvCell;
import io.amends.kit.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * How a file is imported, whatever is in it (F6): it is chosen, shown with every problem by line and column or with what it
 * would change, and then applied, all of it or nothing. The file that was shown is the one that is applied.
 */
@ApplicationScoped
public class ImportFlow {
    private static final int GOOD = 200;
    private static final int WRONG = 422;
    private static final int CHANGED = 412;

    private final ImportViews views;
    private final Uploads uploads;
    private final Caller caller;

    ImportFlow(ImportViews views, Uploads uploads, Caller caller) {
        this.views = views;
        this.uploads = uploads;
        this.caller = caller;
    }

    /**
     * What is imported, by one request.
     *
     * @param portal whose it is
     * @param plan what a file would change as things are now
     */
    public record Imported(String portal, ImportedList list, Function<Table, FilePlan> plan) {}

    /**
     * What a file would change.
     *
     * @param troubles why it cannot be applied; none where it can
     * @param fingerprint of all that it would do
     * @param apply does it; false, and nothing, where somebody else has changed something since it was planned
     */
    public record FilePlan(List<TroubleLine> troubles, Planned planned, String fingerprint, BooleanSupplier apply) {}

    /** What came of a step. */
    public sealed interface ImportStep {
        /** A page. */
        record Shown(int status, ImportView view) implements ImportStep {}

        /** The file is applied. */
        record Applied(int added, int changed) implements ImportStep {
            /** What the page that is shown next is told. */
            public String query() {
                return "?added=" + added + "&changed=" + changed;
            }
        }
    }

    /** Where a file is chosen. */
    public Shown choose(Imported what) {
        return new Shown(GOOD, views.empty(what.list()));
    }

    /** Shows what a file would change, and changes nothing. */
    public Shown show(Imported what, @Nullable FileUpload file) throws IOException {
        ImportedList list = what.list();
        if (file == null || file.fileName().isEmpty()) {
            return new Shown(WRONG, views.noFile(list));
        }
        if (file.size() > CsvFile.MOST_BYTES) {
            return unreadable(list, new FaultyFile(FileFault.TOO_LARGE, 1));
        }
        byte[] content = Files.readAllBytes(file.uploadedFile());
        Reading reading = CsvFile.read(content);
        if (reading instanceof FaultyFile why) {
            return unreadable(list, why);
        }
        Table table = (Table) reading;
        if (table.rows().size() > list.mostLines()) {
            return unreadable(list, new FaultyFile(FileFault.TOO_MANY_LINES, list.mostLines()));
        }
        FilePlan plan = what.plan().apply(table);
        return plan.troubles().isEmpty()
                ? planned(GOOD, list, plan, uploads.keep(owner(what), content), false)
                : wrong(list, plan);
    }

    private Shown wrong(ImportedList list, FilePlan plan) {
        return new Shown(
                WRONG, views.wrong(list, plan.troubles(), plan.planned().doubts()));
    }

    /**
     * Applies the file that was shown.
     *
     * @param upload under which it is kept
     * @param fingerprint of what it was seen to do
     */
    public ImportStep apply(Imported what, @Nullable String upload, @Nullable String fingerprint) {
        Optional<UUID> id = id(upload);
        Optional<byte[]> content = id.flatMap(kept -> uploads.find(owner(what), kept));
        if (content.isEmpty() || !(CsvFile.read(content.get()) instanceof Table table)) {
            return new Shown(WRONG, views.gone(what.list()));
        }
        FilePlan plan = what.plan().apply(table);
        boolean asShown = plan.troubles().isEmpty() && plan.fingerprint().equals(fingerprint);
        if (!asShown || !plan.apply().getAsBoolean()) {
            FilePlan now = what.plan().apply(table);
            return now.troubles().isEmpty()
                    ? planned(CHANGED, what.list(), now, id.get(), true)
                    : wrong(what.list(), now);
        }
        uploads.forget(id.get());
        List<Effect> effects = plan.planned().effects();
        return new Applied(Collections.frequency(effects, Effect.NEW), Collections.frequency(effects, Effect.CHANGED));
    }

    /** The answer with a file that can be imported again. */
    public static Response export(String fileName, List<String> columns, List<List<String>> lines) {
        return CsvAnswer.of(fileName, out -> write(columns, lines, out));
    }

    private static void write(List<String> columns, List<List<String>> lines, OutputStream out) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16)) {
            writer.write(CsvCell.BYTE_ORDER_MARK);
            writer.write(CsvCell.line(columns));
            for (List<String> line : lines) {
                writer.write(CsvCell.line(line));
            }
        }
    }

    private Shown planned(int status, ImportedList list, FilePlan plan, UUID upload, boolean meanwhile) {
        Kept kept = new Kept(upload.toString(), plan.fingerprint());
        return new Shown(status, views.plan(list, plan.planned(), kept, meanwhile));
    }

    private Shown unreadable(ImportedList list, FaultyFile why) {
        return new Shown(WRONG, views.unreadable(list, why));
    }

    private Owner owner(Imported what) {
        return new Owner(what.portal(), what.list().word(), caller.name());
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
