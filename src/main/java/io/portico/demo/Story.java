package io.portico.demo;

import io.portico.activity.Actor;
import io.portico.contacts.MembershipState;
import io.portico.kernel.OperatorId;
import io.portico.mail.SkipReason;
import io.portico.outreach.RunKind;
import io.portico.outreach.RunStarted;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells 90 days of Acme Studio up to now: an import on the second day, contacts that come by ones and twos, three large
 * rounds of invitations and many small ones, and what the invited made of it. The same at the same moment, but for ids.
 */
final class Story {
    static final int DAYS = 90;
    static final int CONTACTS = 500;
    private static final int IMPORTED = 140;
    private static final long SEED = 20260;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final History history = new History();
    private final Dice dice = new Dice(SEED);
    private final Cast cast = new Cast(dice);
    private final Instant now;
    private final ZoneId zone;
    private final OperatorId owner;
    private final OperatorId member;
    private final List<Life> uninvited = new ArrayList<>();

    Story(Instant now, ZoneId zone, OperatorId owner, OperatorId member) {
        this.now = now;
        this.zone = zone;
        this.owner = owner;
        this.member = member;
    }

    History tell() {
        importContacts();
        newContacts();
        for (int ago = DAYS - 2; ago >= 1; ago--) {
            invite(ago);
        }
        inviteJustNow();
        remind();
        joinWithoutInvitation();
        new Afterlife(history, dice, now, owner, this::officeHour).tell();
        history.runs.forEach(run -> history.note(
                run.at(), run.actor(), new RunStarted(run.id(), run.kind(), Long.toString(history.recipients(run)))));
        return history;
    }

    /** When the workspace was opened. */
    Instant opening() {
        return at(DAYS, LocalTime.of(9, 12));
    }

    private void importContacts() {
        Instant start = at(DAYS - 1, LocalTime.of(14, 3));
        for (int n = 0; n < IMPORTED; n++) {
            live(cast.next(), start.plusMillis(14L * n), Life.operator(owner));
        }
    }

    /** The later the more, and few on weekends. */
    private void newContacts() {
        int left = CONTACTS - IMPORTED - 20;
        double[] weights = new double[DAYS];
        double sum = 0;
        for (int ago = 1; ago < DAYS; ago++) {
            weights[ago] = (1.6 - ago / (double) DAYS) * (isWeekend(ago) ? 0.35 : 1) * (0.6 + dice.below(80) / 100.0);
            sum += weights[ago];
        }
        double due = 0;
        for (int ago = DAYS - 1; ago >= 1; ago--) {
            due += left * weights[ago] / sum;
            for (; due >= 1; due--) {
                live(cast.next(), officeHour(ago), new Actor.Portico());
            }
        }
    }

    private Life live(Person person, Instant at, Actor by) {
        var life = new Life(history, person, at, by, history.lives.size());
        // Some never get an invitation: they are left for those who come by other ways, or not at all.
        if (!life.isReachable() || dice.chance(0.24)) {
            uninvited.add(life);
        }
        return life;
    }

    private void invite(int ago) {
        switch (ago) {
            case 74 ->
                inviteMany(ago, 64, "The new client portal is open. Everything we work on together is in one place.");
            case 38 -> inviteMany(ago, 36, "");
            case 9 -> inviteMany(ago, 17, "Your new plans are ready in the portal.");
            default -> {
                if (isWeekend(ago)) {
                    return;
                }
                int rounds = dice.between(1, 2);
                for (int n = 0; n < rounds; n++) {
                    inviteSome(officeHour(ago), dice.between(1, 4), "");
                }
            }
        }
    }

    private void inviteMany(int ago, int people, String note) {
        Instant at = at(ago, LocalTime.of(10, 24));
        var run = inviteSome(at, people, note);
        history.lives.stream()
                .filter(life -> life.createdAt.isBefore(at))
                .filter(life -> !life.isReachable()
                        || life.standing().hasJoined() && life.last().isBefore(at))
                .limit(5)
                .toList()
                .forEach(life -> life.missInvitation(
                        at, run, life.isReachable() ? SkipReason.ALREADY_JOINED : SkipReason.NO_ADDRESS));
    }

    private History.Run inviteSome(Instant at, int people, String note) {
        OperatorId by = dice.chance(0.6) ? owner : member;
        var run = history.run(RunKind.INVITATIONS, at, by, Optional.of(note).filter(text -> !text.isEmpty()));
        List<Life> invited = invitees(at, people);
        if (people < 6 && dice.chance(0.2) && history.lives.size() < CONTACTS) {
            invited.add(live(cast.stranger(), at, Life.operator(by)));
        }
        for (Life life : invited) {
            if (dice.chance(0.035)) {
                life.inviteInVain(at, run);
            } else {
                life.invite(at, run);
                answer(life, at, 0.6);
            }
        }
        return run;
    }

    /** Those who were never invited; in the order they came, mixed a little. */
    private List<Life> invitees(Instant at, int people) {
        List<Life> waiting = new ArrayList<>(history.lives.stream()
                .filter(life -> life.isReachable()
                        && !life.standing().wasInvited()
                        && !life.last().isAfter(at)
                        && !uninvited.contains(life))
                .toList());
        dice.shuffle(waiting);
        return new ArrayList<>(waiting.subList(0, Math.min(people, waiting.size())));
    }

    /** Joins sooner or later, has the invitation taken back, lets it run out, or has not decided yet. */
    private void answer(Life life, Instant invited, double joining) {
        Instant end = invited.plus(Duration.ofDays(7));
        if (dice.chance(joining)) {
            Instant joined = invited.plusSeconds(120).plus(dice.about(Duration.ofHours(9)));
            if (joined.isBefore(end)) {
                if (joined.isBefore(now)) {
                    life.acceptInvitation(joined, dice.chance(0.2));
                }
                return;
            }
        }
        Instant revoked = invited.plus(dice.about(Duration.ofDays(2)));
        if (dice.chance(0.12) && revoked.isBefore(end) && revoked.isBefore(now)) {
            life.revokeInvitation(revoked, owner);
        } else if (end.isBefore(now)) {
            life.letInvitationExpire();
        }
    }

    /** So that the newest activity is of this hour, whenever the demo is started. */
    private void inviteJustNow() {
        Instant at = now.minus(Duration.ofMinutes(41));
        var run = history.run(RunKind.INVITATIONS, at, member, Optional.empty());
        List<Life> invited = invitees(at, 3);
        invited.forEach(life -> life.invite(at, run));
        invited.stream().limit(1).forEach(life -> life.acceptInvitation(now.minus(Duration.ofMinutes(12)), false));
    }

    private void remind() {
        for (int ago : new int[] {58, 45, 31, 20, 12, 5}) {
            Instant at = officeHour(ago);
            List<Life> late = new ArrayList<>(history.lives.stream()
                    .filter(life -> life.standing().wasInvited()
                            && life.standing().state() == MembershipState.EXPIRED
                            && life.last().isBefore(at))
                    .toList());
            dice.shuffle(late);
            List<Life> reminded = late.subList(0, late.size() / 2);
            if (!reminded.isEmpty()) {
                var run = history.run(RunKind.INVITATIONS, at, member, Optional.empty());
                reminded.forEach(life -> {
                    life.invite(at, run);
                    answer(life, at, 0.35);
                });
            }
        }
    }

    /** By a link that was handed over, or from the portal's own sign-in page. */
    private void joinWithoutInvitation() {
        for (Life life : uninvited) {
            Instant joined = dice.between(life.createdAt.plus(Duration.ofHours(2)), now);
            if (!life.standing().wasInvited()
                    && dice.chance(0.16)
                    && joined.isAfter(life.createdAt.plusSeconds(3600))) {
                if (life.isReachable() && dice.chance(0.5)) {
                    life.signInByThemselves(joined, dice.chance(0.5));
                } else {
                    life.signIn(joined, life.getLink(joined.minusSeconds(600), owner), false);
                }
            }
        }
        history.lives.stream()
                .filter(life -> life.isReachable() && life.last().equals(life.createdAt))
                .limit(2)
                .forEach(life -> life.getLink(now.minus(Duration.ofMinutes(23)), owner));
    }

    private boolean isWeekend(int ago) {
        return WEEKEND.contains(day(ago).getDayOfWeek());
    }

    private LocalDate day(int ago) {
        return LocalDate.ofInstant(now, zone).minusDays(ago);
    }

    private Instant at(int ago, LocalTime time) {
        return day(ago).atTime(time).atZone(zone).toInstant();
    }

    private Instant officeHour(int ago) {
        return at(ago, LocalTime.of(8, 40).plusSeconds(dice.below(9 * 3600)));
    }
}
