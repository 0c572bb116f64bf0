package io.portico.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.InvitationState;
import io.portico.contacts.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TallyTests {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");
    private static final LocalDate NEXT_DAY_IN_SEOUL = LocalDate.parse("2026-03-02");
    private static final LocalDate UTC_DAY = LocalDate.parse("2026-03-01");

    @Test
    void countsAContactWhoIsMerelyKnownForNothing() {
        assertThat(Tally.of(Standing.NONE, SEOUL)).isEmpty();
    }

    @Test
    void countsAnInvitedContactOnTheWorkspacesDayAndAsPending() {
        assertThat(Tally.of(Standing.NONE.invited(EVENING), SEOUL))
                .containsExactlyInAnyOrder(
                        new Tally(Figure.INVITED, NEXT_DAY_IN_SEOUL), new Tally(Figure.PENDING, Tally.ANY_DAY));
    }

    @Test
    void countsAnInvitationOnceHoweverOftenItIsRepeated() {
        Standing again = Standing.NONE.invited(EVENING).invited(EVENING.plusSeconds(999_999));

        assertThat(Tally.of(again, SEOUL)).isEqualTo(Tally.of(Standing.NONE.invited(EVENING), SEOUL));
    }

    @Test
    void countsAMemberWhoWasInvitedAsInvitedAndJoinedAndNoLongerPending() {
        Standing member = Standing.NONE.invited(EVENING).signedIn(EVENING, UTC_DAY);

        assertThat(Tally.of(member, SEOUL))
                .containsExactlyInAnyOrder(
                        new Tally(Figure.INVITED, NEXT_DAY_IN_SEOUL),
                        new Tally(Figure.JOINED, NEXT_DAY_IN_SEOUL),
                        new Tally(Figure.ACTIVE, UTC_DAY));
    }

    @Test
    void tellsMembersWhoCameWithoutInvitationApart() {
        assertThat(Tally.of(Standing.NONE.signedIn(EVENING, UTC_DAY), SEOUL))
                .contains(new Tally(Figure.JOINED_UNINVITED, Tally.ANY_DAY));
    }

    @Test
    void countsADisabledMemberAsJoinedAndDisabled() {
        Standing disabled = Standing.NONE.signedIn(EVENING, UTC_DAY).disabled(EVENING);

        assertThat(Tally.of(disabled, SEOUL))
                .contains(new Tally(Figure.JOINED, NEXT_DAY_IN_SEOUL), new Tally(Figure.DISABLED, Tally.ANY_DAY));
    }

    @Test
    void countsAnInvitationThatDiedByHowItDied() {
        assertThat(Tally.of(Standing.NONE.invited(EVENING).invitationBecame(InvitationState.BOUNCED), SEOUL))
                .containsExactlyInAnyOrder(
                        new Tally(Figure.INVITED, NEXT_DAY_IN_SEOUL), new Tally(Figure.BOUNCED, Tally.ANY_DAY));
    }
}
