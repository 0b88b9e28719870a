package io.amends.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.ImportState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What survey-ingest holds in memory while a file of millions of rows is sent and imported (A1): it must be the same at the
 * end as at the beginning. The file is nowhere whole on this side either.
 */
final class MemoryBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 2_000_000);
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int POINTS = 10;

    private final Api api;
    private final Surveys surveys;
    private final ServiceMemory memory;
    private final AtomicLong sent = new AtomicLong();

    MemoryBench(Api api, Surveys surveys, ServiceMemory memory) {
        this.api = api;
        this.surveys = surveys;
        this.memory = memory;
    }

    /**
     * Before, at ten points while it is sent, at ten while it is imported, and after.
     *
     * @throws IOException if a row is refused, or the import ends before it is done
     */
    List<MemoryPoint> points() throws IOException, InterruptedException, ExecutionException {
        List<MemoryPoint> points = new ArrayList<>();
        points.add(memory.now("before", 0));
        CompletableFuture<String> sending = api.sendFile(surveys.portal(), RowsStream::new);
        long next = step();
        while (!sending.isDone()) {
            next = point(points, "being sent", sent.get(), next);
        }
        String id = sending.get();
        next = step();
        JsonNode is = api.imported(id);
        while (is.path("state").asText().equals(ImportState.RUNNING.name())) {
            next = point(points, "being imported", is.path("lines").asLong(), next);
            is = api.imported(id);
        }
        if (!is.path("state").asText().equals(ImportState.DONE.name())
                || is.path("accepted").asLong() != ROWS) {
            throw new IOException("the import ended as " + is);
        }
        points.add(memory.now("after", ROWS));
        return points;
    }

    private long point(List<MemoryPoint> points, String when, long rows, long next)
            throws IOException, InterruptedException {
        if (rows < next) {
            Thread.sleep(200); // the work takes minutes
            return next;
        }
        points.add(memory.now(when, rows));
        return rows - rows % step() + step();
    }

    private static long step() {
        return Math.max(1, ROWS / POINTS);
    }

    /** The file, made as it is read. */
    private final class RowsStream extends InputStream {
        private InputStream piece = piece(Surveys.csvHead());
        private long made;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int count) throws IOException {
            int read = piece.read(to, offset, count);
            while (read < 0 && made < ROWS) {
                int rows = (int) Math.min(ROWS_AT_ONCE, ROWS - made);
                piece = piece(Surveys.csvRows(surveys.next(rows)));
                made += rows;
                sent.set(made);
                read = piece.read(to, offset, count);
            }
            return read;
        }

        private static InputStream piece(String text) {
            return new ByteArrayInputStream(text.getBytes(UTF_8));
        }
    }
}
