package io.portico.mail.dispatch;

import io.portico.mail.MailFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers on this node that the mail server takes nothing, so that mails are left alone until it does: one worker tries
 * from time to time, the others wait. Noted in the database for the console.
 */
@Component
class Outages {
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private Optional<Down> down = Optional.empty();
    private Optional<Recovery> recovery = Optional.empty();

    Outages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a worker may do now. */
    enum Way {
        OPEN,
        /** Try with one mail whether the outage is over. */
        TO_TRY,
        BLOCKED
    }

    /** What the server, or the attempt to reach it, said last, and when it is asked again. */
    private record Down(MailFault fault, String reply, Instant nextTry, Duration pause) {
        static Down since(Instant now, MailFault fault, String reply, Duration pause) {
            return new Down(fault, reply, now.plus(pause), pause);
        }

        Down triedAt(Instant now) {
            Duration longer = pause.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
            return new Down(fault, reply, now.plus(next), next);
        }

        Down met(MailFault now, String said) {
            return new Down(now, said, nextTry, pause);
        }

        /** The server was away, so that it answers again is all there is to know; a refusal only a mail can lift. */
        boolean endsWithAConnection() {
            return fault == MailFault.UNREACHABLE;
        }
    }

    /** How many mails a worker may take now, of those it wants: all, but few while the server recovers. */
    synchronized int share(int wanted) {
        Instant now = clock.instant();
        recovery = recovery.filter(known -> !known.isForgotten(now));
        int share = recovery.map(known -> known.share(now, wanted)).orElse(wanted);
        recovery = recovery.map(known -> known.took(share));
        return share;
    }

    /** To one asker {@link Way#TO_TRY}, and to no other before the next try is due. */
    synchronized Way way() {
        Instant now = clock.instant();
        if (down.isEmpty()) {
            return Way.OPEN;
        }
        if (now.isBefore(down.get().nextTry())) {
            return Way.BLOCKED;
        }
        down = down.map(known -> known.triedAt(now));
        return Way.TO_TRY;
    }

    void report(MailFault fault, String reply) {
        if (begin(fault, reply)) {
            LOG.warn("Mails wait: the mail server takes none ({}): {}", fault.word(), reply);
        }
        var sql = """
                insert into mail_outage as o (since, fault, server_reply, tried_at) values (:now, :fault, :reply, :now)
                on conflict (only_one) do update set fault = excluded.fault, server_reply = excluded.server_reply,
                    tried_at = excluded.tried_at,
                    since = case when o.tried_at < :stale then excluded.since else o.since end""";
        Instant now = clock.instant();
        jdbc.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("stale", now.minus(LONGEST_WAIT.multipliedBy(4)).atOffset(ZoneOffset.UTC))
                .param("fault", fault.word())
                .param("reply", reply)
                .update();
    }

    /** A mail has got through, or been refused on its own account. */
    void over() {
        if (end()) {
            LOG.info("Mails leave again: the mail server takes them");
            jdbc.sql("delete from mail_outage").update();
        }
    }

    /** The mail server answers, but there was no mail to try it with: a refusal is still to be expected. */
    void nothingToTry() {
        Optional<Down> known = current();
        if (known.filter(Down::endsWithAConnection).isPresent()) {
            over();
        } else {
            known.ifPresent(refused -> report(refused.fault(), refused.reply()));
        }
    }

    private synchronized Optional<Down> current() {
        return down;
    }

    private synchronized boolean begin(MailFault fault, String reply) {
        boolean news = down.isEmpty();
        Instant now = clock.instant();
        Duration pause = recovery.filter(known -> !known.isForgotten(now))
                .map(known -> known.nextPause(LONGEST_WAIT))
                .orElse(SHORTEST_WAIT);
        down = Optional.of(
                down.map(known -> known.met(fault, reply)).orElseGet(() -> Down.since(now, fault, reply, pause)));
        return news;
    }

    private synchronized boolean end() {
        boolean news = down.isPresent();
        recovery = down.filter(known -> known.fault() == MailFault.OVERLOADED)
                .map(known -> Recovery.from(clock.instant(), known.pause()))
                .or(() -> recovery);
        down = Optional.empty();
        return news;
    }
}
