package io.portico.mail;

import java.util.Map;

/** How far a run's mails are. */
public record BatchProgress(BatchState state, Map<MailState, Long> counts) {
    public BatchProgress {
        counts = Map.copyOf(counts);
    }

    public long count(MailState of) {
        return counts.getOrDefault(of, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Mails that have still to leave, deferred ones among them. */
    public long waiting() {
        return count(MailState.QUEUED) + count(MailState.CLAIMED) + count(MailState.DEFERRED);
    }

    /** Mails of which the end is known. */
    public long settled() {
        return total() - waiting();
    }

    /** Mails that were gone through, and not dropped because the run was cancelled. */
    public long goneThrough() {
        return settled() - count(MailState.CANCELLED);
    }

    public boolean isDone() {
        return waiting() == 0;
    }
}
