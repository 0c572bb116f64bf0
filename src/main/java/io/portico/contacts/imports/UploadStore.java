package io.portico.contacts.imports;

import io.portico.contacts.csv.CsvSource;
import io.portico.kernel.ImportId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uploaded files, kept in the database in pieces of 1 MiB, so that whichever node runs the job has them. */
@Component
class UploadStore {
    private static final int PIECE = 1 << 20;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    UploadStore(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** Stores what the stream gives, a piece at a time; answers how many bytes that were. */
    long keep(WorkspaceId workspace, ImportId id, InputStream content) throws IOException {
        long bytes = 0;
        int n = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            insert(workspace, id, n, piece);
            bytes += piece.length;
            n++;
        }
        return bytes;
    }

    private void insert(WorkspaceId workspace, ImportId id, int n, byte[] piece) {
        jdbc.sql("insert into contact_import_chunk (workspace_id, import_id, n, bytes) values (?, ?, ?, ?)")
                .params(workspace.value(), id.value(), n, piece)
                .update();
    }

    void forget(WorkspaceId workspace, ImportId id) {
        jdbc.sql("delete from contact_import_chunk where workspace_id = ? and import_id = ?")
                .params(workspace.value(), id.value())
                .update();
    }

    CsvSource source(WorkspaceId workspace, ImportId id) {
        return () -> new Pieces(workspace, id);
    }

    private Optional<byte[]> piece(WorkspaceId workspace, ImportId id, int n) {
        return tenancy.in(
                workspace,
                () -> jdbc.sql(
                                "select bytes from contact_import_chunk where workspace_id = ? and import_id = ? and n = ?")
                        .params(workspace.value(), id.value(), n)
                        .query((row, i) -> row.getBytes("bytes"))
                        .optional());
    }

    /** Reads piece after piece; holds one, and no transaction between two. */
    private final class Pieces extends InputStream {
        private final WorkspaceId workspace;
        private final ImportId id;
        private byte[] piece = new byte[0];
        private int at;
        private int next;

        Pieces(WorkspaceId workspace, ImportId id) {
            this.workspace = workspace;
            this.id = id;
        }

        @Override
        public int read() {
            return hasMore() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean hasMore() {
            if (at == piece.length && next >= 0) {
                Optional<byte[]> following = piece(workspace, id, next);
                piece = following.orElse(new byte[0]);
                at = 0;
                next = following.isPresent() ? next + 1 : -1;
            }
            return at < piece.length;
        }
    }
}
