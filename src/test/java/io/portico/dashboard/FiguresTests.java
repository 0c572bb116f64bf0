package io.portico.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.contacts.InvitationState;
import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.kernel.Language;
import io.portico.workspace.Workspace;
import io.portico.workspace.WorkspaceDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTests extends FiguresTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @Test
    void countsNobodyInANewWorkspace() {
        Glance glance = figures.of(aWorkspace(), TrendRange.DAYS_30);

        assertThat(glance.counts().isBeginning()).isTrue();
        assertThat(glance.trend().points()).hasSize(30);
        assertThat(glance.trend().joined()).isZero();
    }

    @Test
    void isNeverBehindTheLogWhetherRolledUpOrNot() {
        var workspace = aWorkspace();
        aChangedContact(workspace, standing -> standing.invited(NOW));
        assertThat(figure(workspace, Figure.INVITED)).isOne();

        catchUp();
        assertThat(figure(workspace, Figure.INVITED)).isOne();
        assertThat(rolledUp(workspace, Figure.INVITED)).isOne();
    }

    @Test
    void forgetsADeletedContact() {
        var workspace = aWorkspace();
        Contact minji =
                aChangedContact(workspace, standing -> standing.invited(NOW).signedIn(NOW, TODAY));

        contacts.delete(workspace.id(), minji.id(), PORTICO);

        assertThat(figures.of(workspace, TrendRange.DAYS_30).counts())
                .isEqualTo(figures.of(aWorkspace(), TrendRange.DAYS_30).counts());
    }

    @Test
    void countsAsActiveOnlyWhoWasSeenInTheLast30Days() {
        var workspace = aWorkspace();
        aChangedContact(workspace, standing -> standing.signedIn(NOW, TODAY.minusDays(29)));
        aChangedContact(workspace, standing -> standing.signedIn(NOW, TODAY.minusDays(30)));

        assertThat(figure(workspace, Figure.ACTIVE)).isOne();
        assertThat(figure(workspace, Figure.JOINED)).isEqualTo(2);
    }

    @Test
    void seesNothingOfAnotherWorkspace() {
        var workspace = aWorkspace();
        aChangedContact(aWorkspace(), standing -> standing.invited(NOW));
        catchUp();

        assertThat(figure(workspace, Figure.INVITED)).isZero();
        assertThat(tenancy.in(
                        workspace.id(),
                        () -> jdbc.sql("select count(*) from tally")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void countsDaysInTheZoneAWorkspaceMovesTo() {
        var workspace = aWorkspace();
        Instant evening = TODAY.minusDays(9).atTime(20, 0).toInstant(ZoneOffset.UTC);
        aChangedContact(workspace, standing -> standing.signedIn(evening, TODAY));
        catchUp();
        assertThat(joinedOnDay(workspace, TODAY.minusDays(8)))
                .as("in Seoul it is the next day")
                .isOne();

        workspaces.change(
                workspace.id(),
                new WorkspaceDetails(workspace.name(), Language.EN, ZoneId.of("America/New_York"), workspace.accent()),
                PORTICO);
        catchUp();

        var moved = workspaces.get(workspace.id());
        assertThat(joinedOnDay(moved, TODAY.minusDays(9))).isOne();
        assertThat(joinedOnDay(moved, TODAY.minusDays(8))).isZero();
        assertThat(figure(moved, Figure.JOINED)).isOne();
    }

    /** Random lives of contacts; whatever happened, three ways of counting agree. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheContactsThemselvesAndWithItsOwnRebuild(long seed) {
        var workspace = aWorkspace();
        var random = new Random(seed);
        List<ContactId> people = new ArrayList<>();
        for (int step = 0; step < 250; step++) {
            live(workspace, people, random);
            if (random.nextInt(20) == 0) {
                assertThat(counted(workspace)).as("step %d", step).isEqualTo(countedDirectly(workspace));
            }
        }
        catchUp();
        Tallies before = rolledUp(workspace);
        assertThat(counted(workspace)).isEqualTo(countedDirectly(workspace));

        figures.rebuild(workspace.id());
        assertThat(rolledUp(workspace)).isEqualTo(before);
        assertThat(counted(workspace)).isEqualTo(countedDirectly(workspace));
    }

    private void live(Workspace workspace, List<ContactId> people, Random random) {
        if (people.size() < 10 || random.nextInt(4) == 0) {
            people.add(aContact().in(workspace).id());
            return;
        }
        ContactId person = people.get(random.nextInt(people.size()));
        if (random.nextInt(12) == 0) {
            people.remove(person);
            contacts.delete(workspace.id(), person, PORTICO);
            return;
        }
        Instant when = NOW.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 80)));
        int what = random.nextInt(8);
        change(workspace, person, standing -> lived(standing, what, when));
    }

    private static Standing lived(Standing standing, int what, Instant when) {
        LocalDate day = LocalDate.ofInstant(when, ZoneOffset.UTC);
        return switch (what) {
            case 0, 1 -> standing.invited(when);
            case 2 -> standing.signedIn(when, day);
            case 3 -> standing.hasJoined() ? standing.seen(day) : standing;
            case 4 -> standing.disabled(when);
            case 5 -> standing.enabled();
            case 6 -> standing.wasInvited() ? standing.invitationBecame(InvitationState.EXPIRED) : standing;
            default -> standing.wasInvited() ? standing.invitationBecame(InvitationState.BOUNCED) : standing;
        };
    }

    private Map<Figure, Long> counted(Workspace workspace) {
        return figures.of(workspace, TrendRange.DAYS_30).counts().numbers();
    }

    private Map<Figure, Long> countedDirectly(Workspace workspace) {
        Map<Figure, Long> counts = new EnumMap<>(Figure.class);
        counts.put(Figure.INVITED, count(workspace, "invited_at is not null"));
        counts.put(Figure.JOINED, count(workspace, "joined_at is not null"));
        counts.put(Figure.JOINED_UNINVITED, count(workspace, "joined_at is not null and invited_at is null"));
        counts.put(Figure.PENDING, count(workspace, "state = 'invited'"));
        counts.put(Figure.EXPIRED, count(workspace, "state = 'expired'"));
        counts.put(Figure.REVOKED, count(workspace, "state = 'revoked'"));
        counts.put(Figure.BOUNCED, count(workspace, "state = 'bounced'"));
        counts.put(Figure.DISABLED, count(workspace, "state = 'disabled'"));
        counts.put(Figure.ACTIVE, count(workspace, "last_seen_on > (now() at time zone 'UTC')::date - 30"));
        return counts;
    }

    private long count(Workspace workspace, String condition) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from contact where " + condition)
                        .query(Long.class)
                        .single());
    }

    private long joinedOnDay(Workspace workspace, LocalDate day) {
        return figures.of(workspace, TrendRange.DAYS_30).trend().points().stream()
                .filter(point -> point.last().equals(day))
                .mapToLong(Trend.Point::joined)
                .sum();
    }
}
