package io.portico.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run's mails are.
 *
 * @param returns what came back about mails that had left, each mail by the gravest of it
 * @param finishedAt when the last was settled; empty also in the moment before that is noted
 * @param startsAt when the first may leave, where that was put off
 * @param perMinute how many leave a minute, as it was noted last; 0 when that is not known
 */
public record BatchProgress(
        BatchState state,
        BatchCounts counts,
        Map<ReturnKind, Long> returns,
        Optional<Instant> finishedAt,
        Optional<Instant> startsAt,
        double perMinute) {
    public static final BatchProgress NOTHING = new BatchProgress(
            BatchState.RUNNING, new BatchCounts(Map.of()), Map.of(), Optional.empty(), Optional.empty(), 0);

    public BatchProgress {
        returns = Map.copyOf(returns);
    }

    /** How long it takes until all have left, at the present rate; empty when nobody can tell. */
    public Optional<Duration> timeLeft() {
        return waiting() == 0 || perMinute < 0.5 || state != BatchState.RUNNING
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round(waiting() * 60 / perMinute)));
    }

    /** When it begins; empty when it has, or never will. */
    public Optional<Instant> scheduledFor(Instant now) {
        return startsAt.filter(start -> start.isAfter(now) && waiting() > 0 && state != BatchState.CANCELLED);
    }

    public long count(MailState of) {
        return counts.of(of);
    }

    public long count(ReturnKind of) {
        return returns.getOrDefault(of, 0L);
    }

    /** Mails that had left and were given up on their way. */
    public long cameBack() {
        return count(ReturnKind.BOUNCED) + count(ReturnKind.NOT_DELIVERED);
    }

    public long total() {
        return counts.total();
    }

    public long waiting() {
        return counts.waiting();
    }

    public long goneThrough() {
        return counts.goneThrough();
    }

    public boolean isDone() {
        return counts.isDone();
    }
}
