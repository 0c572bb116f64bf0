package io.portico.demo;

import io.portico.kernel.OperatorId;
import io.portico.mail.SkipReason;
import io.portico.outreach.RunKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What those who have joined do from then on: they come back, or do not; get login e-mails; a few are disabled. */
final class Afterlife {
    private static final double DISABLED = 0.045;

    private final History history;
    private final Dice dice;
    private final Instant now;
    private final OperatorId owner;
    private final List<History.Run> loginEmails;

    Afterlife(History history, Dice dice, Instant now, OperatorId owner, IntFunction<Instant> officeHour) {
        this.history = history;
        this.dice = dice;
        this.now = now;
        this.owner = owner;
        this.loginEmails = Stream.of(47, 13)
                .map(ago -> history.run(RunKind.LOGIN_EMAILS, officeHour.apply(ago), owner, Optional.empty()))
                .toList();
    }

    void tell() {
        for (Life life : List.copyOf(history.lives)) {
            if (life.standing().hasJoined()) {
                live(life);
            } else if (!life.isReachable()) {
                loginEmails.stream()
                        .filter(run -> run.at().isAfter(life.createdAt))
                        .forEach(run -> life.missLoginEmail(run.at(), run, SkipReason.NO_ADDRESS));
            }
        }
        history.lives.stream()
                .filter(life -> life.hasSession(now)
                        && !life.standing().isDisabled()
                        && life.last().isBefore(now.minus(Duration.ofHours(30))))
                .limit(3)
                .forEach(life -> life.visit(now.minusSeconds(dice.between(90, 2400))));
    }

    private void live(Life life) {
        double eagerness = 0.002 + Math.pow(dice.below(1000) / 1000.0, 3) * 0.4;
        Instant end = dice.chance(DISABLED) ? dice.between(life.last(), now) : now;
        ZonedDateTime midnight = life.last().atZone(life.person.zone()).truncatedTo(ChronoUnit.DAYS);
        for (var day = midnight.plusDays(1); day.toInstant().isBefore(end); day = day.plusDays(1)) {
            double wish = eagerness * Math.exp(-Duration.between(midnight, day).toDays() / 45.0);
            loginEmail(life, day.toInstant(), end);
            Instant visit = day.with(LocalTime.of(7, 0)).toInstant().plusSeconds(dice.below(15 * 3600));
            if (dice.chance(wish) && visit.isAfter(life.last().plusSeconds(300)) && visit.isBefore(end)) {
                comeBack(life, visit);
            }
        }
        if (end.isBefore(now)) {
            disable(life, end);
        }
    }

    private void comeBack(Life life, Instant at) {
        if (life.hasSession(at) && !dice.chance(0.07)) {
            life.visit(at);
        } else if (life.isReachable()) {
            life.signInByThemselves(at, dice.chance(0.4));
        }
    }

    private void loginEmail(Life life, Instant day, Instant end) {
        for (History.Run run : loginEmails) {
            boolean today = !run.at().isBefore(day) && run.at().isBefore(day.plus(Duration.ofDays(1)));
            if (today && run.at().isAfter(life.last()) && run.at().isBefore(end)) {
                loginEmail(life, run, end);
            }
        }
    }

    private void loginEmail(Life life, History.Run run, Instant end) {
        if (!life.isReachable()) {
            life.missLoginEmail(run.at(), run, SkipReason.NO_ADDRESS);
        } else if (dice.chance(0.02)) {
            life.loseLoginEmail(run.at(), run);
        } else {
            var link = life.getLoginEmail(run.at(), run);
            Instant used = run.at().plusSeconds(300).plus(dice.about(Duration.ofHours(3)));
            if (dice.chance(0.15) && used.isBefore(link.expiresAt) && used.isBefore(end)) {
                life.signIn(used, link, dice.chance(0.2));
            }
        }
    }

    private void disable(Life life, Instant at) {
        life.disable(at, owner);
        loginEmails.stream()
                .filter(run -> run.at().isAfter(at))
                .forEach(run -> life.missLoginEmail(run.at(), run, SkipReason.DISABLED));
        Instant again = at.plus(dice.about(Duration.ofDays(5)));
        if (dice.chance(0.15) && again.isBefore(now)) {
            life.enable(again, owner);
        }
    }
}
