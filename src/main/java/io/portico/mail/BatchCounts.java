package io.portico.mail;

import java.util.Map;

/** How many mails of a run stand where; together they are all its mails. */
public record BatchCounts(Map<MailState, Long> byState) {
    public BatchCounts {
        byState = Map.copyOf(byState);
    }

    public long of(MailState state) {
        return byState.getOrDefault(state, 0L);
    }

    public long total() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Mails that have still to leave, deferred ones among them. */
    public long waiting() {
        return of(MailState.QUEUED) + of(MailState.CLAIMED) + of(MailState.DEFERRED);
    }

    /** Mails that were gone through, and not dropped because the run was cancelled. */
    public long goneThrough() {
        return total() - waiting() - of(MailState.CANCELLED);
    }

    /** Whether the end of every mail is known. */
    public boolean isDone() {
        return waiting() == 0;
    }
}
