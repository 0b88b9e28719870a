package io.amends.ingest.imports;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.ingest.http.FrontDoor;
import io.amends.ingest.http.FrontDoor.Admission;
import io.amends.ingest.imports.ImportQueue.Advance;
import io.amends.ingest.imports.ImportQueue.Onward;
import io.amends.ingest.imports.ImportQueue.Refusal;
import io.amends.ingest.imports.RowDoor.RowAnswer;
import io.amends.ingest.imports.core.ColumnMapping;
import io.amends.ingest.imports.core.FileFormat;
import io.amends.ingest.imports.core.FileFormat.Place;
import io.amends.ingest.imports.core.FileRow;
import io.amends.ingest.imports.core.RowReader;
import io.amends.kit.produce.Sending;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads an import on from where it has come to. While Kafka takes some rows the next are read; only when it has them all is
 * it said how far the import is. So after a kill at any moment rows may be sent again, and none is left out: what is sent
 * again has the same id, since that follows from what the row says.
 */
@ApplicationScoped
class ImportRun {
    private static final int ROWS = 500;
    /** So many bytes of rows are in memory at a time, and one row more. */
    private static final long BYTES = 4L * 1024 * 1024;
    /** The longest text of a refused row that is kept. */
    private static final int LONGEST = 10_000;

    private final ImportFiles files;
    private final FilePortals portals;
    private final RowDoor rows;
    private final FrontDoor door;
    private final ImportQueue queue;

    ImportRun(ImportFiles files, FilePortals portals, RowDoor rows, FrontDoor door, ImportQueue queue) {
        this.files = files;
        this.portals = portals;
        this.rows = rows;
        this.door = door;
        this.queue = queue;
    }

    /**
     * Rows that were read.
     *
     * @param leftOut how many are no customer's answers
     * @param ended whether they are the last
     */
    private record Gathered(List<Admission> admitted, List<Refusal> refusals, int leftOut, boolean ended) {}

    /** Rows on their way. */
    private record Underway(Place from, Advance rows, Sending sending) {}

    /**
     * Reads on until the end, or until it is told to stop.
     *
     * @param enough asked between the rows
     */
    void read(StoredImport of, BooleanSupplier enough) throws IOException {
        byte[] beginning = files.beginning(of.id());
        FileFormat format = FileFormat.of(
                beginning, of.encoding(), beginning.length == of.view().bytes());
        ColumnMapping mapping = ColumnMapping.of(portals.of(of.portal()), format.head(), format.dialect(), of.preset());
        Place from = of.reached().position() == 0 ? format.begins() : of.reached();
        Place committed = of.reached();
        try (InputStream file = files.from(of.id(), from.position())) {
            RowReader reader = format.rows(file, from);
            Underway before = null;
            boolean ended = false;
            Onward onward = of.view().stopping() ? Onward.STOP : Onward.READ_ON;
            while (onward == Onward.READ_ON && !ended && (before == null || !enough.getAsBoolean())) {
                Gathered rows = gather(of, mapping, reader);
                ended = rows.ended();
                Advance advance = new Advance(
                        new Place(reader.position(), reader.line()),
                        rows.admitted().size(),
                        rows.leftOut(),
                        rows.refusals());
                Underway now = new Underway(committed, advance, door.send(rows.admitted()));
                onward = before == null ? onward : arrived(of, before);
                committed = advance.to();
                before = now;
            }
            if (before != null && onward != Onward.LEAVE_IT) {
                onward = arrived(of, before);
            }
            end(of, committed, onward, ended);
        }
    }

    private void end(StoredImport of, Place committed, Onward onward, boolean ended) {
        if (onward == Onward.LEAVE_IT) {
            return;
        }
        if (ended) {
            queue.finish(of.id(), committed);
        } else if (onward == Onward.STOP) {
            queue.cancel(of.id(), committed);
        } else {
            queue.release(of.id());
        }
    }

    /** Reads some rows. */
    private Gathered gather(StoredImport of, ColumnMapping mapping, RowReader reader) throws IOException {
        List<FileRow> some = new ArrayList<>();
        boolean ended = false;
        long from = reader.position();
        while (some.size() < ROWS && reader.position() - from < BYTES && !ended) {
            FileRow row = reader.next();
            ended = row == null;
            if (row != null && !row.blank()) {
                some.add(row);
            }
        }
        // To check a row takes far longer than to read it, and no row waits for another.
        List<RowAnswer> answers = some.parallelStream()
                .map(row -> rows.ask(of.portal(), mapping, row))
                .toList();
        List<Admission> admitted = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        int leftOut = 0;
        for (int i = 0; i < some.size(); i++) {
            RowAnswer answer = answers.get(i);
            FileRow row = some.get(i);
            if (answer.admission() != null) {
                admitted.add(answer.admission());
            } else if (answer.leftOut()) {
                leftOut++;
            } else {
                refusals.add(new Refusal(row.line(), storable(Reason.phrases(answer.reasons())), storable(row.text())));
            }
        }
        return new Gathered(admitted, refusals, leftOut, ended);
    }

    /** Waits for rows, and says how far that is. */
    private Onward arrived(StoredImport of, Underway underway) {
        underway.sending().await();
        Advance arrived = underway.rows();
        door.counted(arrived.accepted(), arrived.refusals().size());
        return queue.advance(of.id(), underway.from(), arrived);
    }

    private static String storable(String text) {
        return StorableText.printable(
                text.substring(0, Math.min(text.length(), LONGEST)).stripTrailing());
    }
}
