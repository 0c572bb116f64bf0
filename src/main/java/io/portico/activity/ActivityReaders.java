package io.portico.activity;

import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Lets a room follow the log of all workspaces with a cursor of its own.
 *
 * <p>No entry is skipped, also when its transaction committed late: entries are read in the order of their
 * transactions, and only once every older transaction has ended. The batch is handled in the transaction that moves the
 * cursor, so what a reader writes to the database happens once; what it does outside of it may happen twice.
 */
@Component
public class ActivityReaders {
    private static final int REPLAYED_AT_ONCE = 5000;

    private final Tenancy tenancy;
    private final ActivityStore store;

    ActivityReaders(Tenancy tenancy, ActivityStore store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** Hands the next entries to the reader; answers how many there were, 0 when it is up to date. */
    public int next(String reader, int limit, Consumer<List<ActivityEntry>> handle) {
        return tenancy.everywhere(() -> {
            store.openCursor(reader);
            if (!store.hasUnread(reader)) {
                return 0;
            }
            List<ActivityEntry> entries = store.unread(reader, limit);
            if (!entries.isEmpty()) {
                handle.accept(entries);
                ActivityEntry last = entries.getLast();
                store.moveCursor(reader, last.workspace(), last.id());
            }
            return entries.size();
        });
    }

    /** {@link #next} for what must not be done twice: passes over entries that were handed out before, though they come again. */
    public int nextOnce(String reader, int limit, Consumer<List<ActivityEntry>> handle) {
        return next(reader, limit, entries -> {
            LogPosition furthest = store.furthest(reader);
            List<ActivityEntry> fresh = entries.stream()
                    .filter(entry -> furthest.isBehind(entry.position()))
                    .toList();
            if (!fresh.isEmpty()) {
                handle.accept(fresh);
            }
        });
    }

    /**
     * What a workspace did after the position, in the order of transactions: also what {@link #next} still holds back
     * because an older transaction has not ended.
     */
    public List<ActivityEntry> after(WorkspaceId workspace, LogPosition position, int limit) {
        return tenancy.in(workspace, () -> store.after(workspace, position, limit));
    }

    /** Hands out all entries of a workspace up to the position, oldest first, in one transaction over all workspaces. */
    public void replay(WorkspaceId workspace, LogPosition upTo, Consumer<List<ActivityEntry>> handle) {
        tenancy.everywhere(() -> {
            List<ActivityEntry> entries = store.upTo(workspace, upTo, 0, REPLAYED_AT_ONCE);
            while (!entries.isEmpty()) {
                handle.accept(entries);
                entries = store.upTo(workspace, upTo, entries.getLast().id(), REPLAYED_AT_ONCE);
            }
            return workspace;
        });
    }

    /** Lets the reader begin anew with the first entry; the caller forgets what it had made of the log. */
    public void rewind(String reader) {
        tenancy.everywhere(() -> {
            store.rewindCursor(reader);
            return reader;
        });
    }
}
