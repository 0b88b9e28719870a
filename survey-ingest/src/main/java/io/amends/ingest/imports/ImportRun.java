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
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Reads an import on from where it has come to. While Kafka takes some rows the next are checked, on all processors, and
 * those after them are read; only when it has them all is it said how far the import is. So after a kill at any moment rows
 * may be sent again, and none is left out: what is sent again has the same id, since that follows from what the row says.
 * Rows are sent in the order of the file, however long each takes to check.
 */
@ApplicationScoped
class ImportRun {
    private static final int ROWS = 500;
    /** So many bytes of rows are checked together, and one row more. */
    private static final long BYTES = 1024 * 1024;
    /** So many groups of rows are checked at a time, or wait for those before them: no processor waits for a commit. */
    private static final int GROUPS = 4;
    /** The longest text of a refused row that is kept. */
    private static final int LONGEST = 10_000;

    private final ImportFiles files;
    private final FilePortals portals;
    private final RowDoor rows;
    private final FrontDoor door;
    private final ImportQueue queue;
    private final ExecutorService checkers = Executors.newFixedThreadPool(GROUPS, ImportRun::named);

    ImportRun(ImportFiles files, FilePortals portals, RowDoor rows, FrontDoor door, ImportQueue queue) {
        this.files = files;
        this.portals = portals;
        this.rows = rows;
        this.door = door;
        this.queue = queue;
    }

    @PreDestroy
    void stop() {
        checkers.shutdownNow();
    }

    /**
     * Rows as they stand in the file.
     *
     * @param to where they end
     * @param ended whether they are the last
     */
    private record Gathered(List<FileRow> rows, Place to, boolean ended) {}

    /** Rows that were checked. */
    private record Checked(List<Admission> admitted, Advance advance, boolean ended) {}

    /**
     * How far an import has come.
     *
     * @param ended whether that is the end of its file
     */
    private record Reached(Place at, Onward onward, boolean ended) {}

    /** Rows on their way. */
    private record Underway(Advance advance, Sending sending, boolean ended) {}

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
        try (InputStream file = files.from(of.id(), from.position())) {
            RowReader reader = format.rows(file, from);
            Reached reached = new Reached(of.reached(), of.view().stopping() ? Onward.STOP : Onward.READ_ON, false);
            Deque<Future<Checked>> checking = new ArrayDeque<>();
            Underway before = null;
            boolean all = false;
            while (reached.onward() == Onward.READ_ON) {
                while (!all && checking.size() < GROUPS) {
                    Gathered rows = gather(reader);
                    checking.add(checkers.submit(() -> check(of, mapping, rows)));
                    all = rows.ended() || enough.getAsBoolean();
                }
                if (checking.isEmpty()) {
                    break;
                }
                Checked rows = done(checking.remove());
                Underway now = new Underway(rows.advance(), door.send(rows.admitted()), rows.ended());
                reached = before == null ? reached : arrived(of, reached, before);
                before = now;
            }
            if (before != null && reached.onward() != Onward.LEAVE_IT) {
                reached = arrived(of, reached, before);
            }
            end(of, reached);
        }
    }

    private void end(StoredImport of, Reached reached) {
        if (reached.onward() == Onward.LEAVE_IT) {
            return;
        }
        if (reached.ended()) {
            queue.finish(of.id(), reached.at());
        } else if (reached.onward() == Onward.STOP) {
            queue.cancel(of.id(), reached.at());
        } else {
            queue.release(of.id());
        }
    }

    /** Reads some rows. */
    private static Gathered gather(RowReader reader) throws IOException {
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
        return new Gathered(some, new Place(reader.position(), reader.line()), ended);
    }

    /** To check a row takes far longer than to read it, and no row waits for another. */
    private Checked check(StoredImport of, ColumnMapping mapping, Gathered gathered) {
        List<Admission> admitted = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        int leftOut = 0;
        for (FileRow row : gathered.rows()) {
            RowAnswer answer = rows.ask(of.portal(), mapping, row);
            if (answer.admission() != null) {
                admitted.add(answer.admission());
            } else if (answer.leftOut()) {
                leftOut++;
            } else {
                refusals.add(new Refusal(row.line(), storable(Reason.phrases(answer.reasons())), storable(row.text())));
            }
        }
        Advance advance = new Advance(gathered.to(), admitted.size(), leftOut, refusals);
        return new Checked(admitted, advance, gathered.ended());
    }

    private static Checked done(Future<Checked> checking) throws InterruptedIOException {
        try {
            return checking.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("rows could not be checked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service ends");
        }
    }

    /** Waits for rows, and says how far that is. */
    private Reached arrived(StoredImport of, Reached before, Underway underway) {
        underway.sending().await();
        Advance arrived = underway.advance();
        door.counted(arrived.accepted(), arrived.refusals().size());
        return new Reached(arrived.to(), queue.advance(of.id(), before.at(), arrived), underway.ended());
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "import-rows");
        thread.setDaemon(true);
        return thread;
    }

    private static String storable(String text) {
        return StorableText.printable(
                text.substring(0, Math.min(text.length(), LONGEST)).stripTrailing());
    }
}
