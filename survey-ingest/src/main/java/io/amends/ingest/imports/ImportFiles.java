package io.amends.ingest.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The files of imports as they were sent, in pieces, so that none is held in memory. */
@ApplicationScoped
class ImportFiles {
    /** The bytes of each piece but the last. */
    static final int PIECE = 1024 * 1024;

    private final Jdbi jdbi;

    ImportFiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a piece, and says that the file is still coming. */
    void keep(UUID id, int number, byte[] content) {
        jdbi.useTransaction(tx -> {
            tx.createUpdate("INSERT INTO survey_import_chunk (import, number, content) VALUES (:id, :number, :content)")
                    .bind("id", id)
                    .bind("number", number)
                    .bind("content", content)
                    .execute();
            tx.createUpdate("UPDATE survey_import SET touched_at = clock_timestamp() WHERE id = :id")
                    .bind("id", id)
                    .execute();
        });
    }

    /** The first piece, by which the file is recognised; empty where there is no file any more. */
    byte[] beginning(UUID id) {
        return piece(id, 0);
    }

    /** The file from a position on. */
    InputStream from(UUID id, long position) {
        return new ChunkStream(id, position);
    }

    private byte[] piece(UUID id, int number) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT content FROM survey_import_chunk WHERE import = :id AND number = :number")
                        .bind("id", id)
                        .bind("number", number)
                        .mapTo(byte[].class)
                        .findOne()
                        .orElseGet(() -> new byte[0]));
    }

    private final class ChunkStream extends InputStream {
        private final UUID id;
        private int next;
        private byte[] piece = new byte[0];
        private int at;

        ChunkStream(UUID id, long position) {
            this.id = id;
            this.next = (int) (position / PIECE);
            this.at = (int) (position % PIECE);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int count) {
            if (at >= piece.length) {
                int skipped = piece.length == 0 ? at : 0;
                piece = piece(id, next++);
                at = skipped;
                if (at >= piece.length) {
                    return -1;
                }
            }
            int copied = Math.min(count, piece.length - at);
            System.arraycopy(piece, at, to, offset, copied);
            at += copied;
            return copied;
        }
    }
}
