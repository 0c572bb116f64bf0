package io.portico.contacts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything the dashboard counts about one contact, at one moment. A fact that changes it carries it before and after,
 * so that every figure can be recomputed from the log alone.
 *
 * @param invitation how the latest invitation stands, left as it was when the contact joined; null when never invited
 * @param invitedAt first invitation
 * @param joinedAt first proof of who they are
 * @param disabledAt null while enabled
 * @param lastSeenOn the latest UTC day on which the contact used a session
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Standing(
        @Nullable InvitationState invitation,
        @Nullable Instant invitedAt,
        @Nullable Instant joinedAt,
        @Nullable Instant disabledAt,
        @Nullable LocalDate lastSeenOn) {

    /** Known to the workspace and nothing more. */
    public static final Standing NONE = new Standing(null, null, null, null, null);

    /** Invited now, for the first time or again. */
    public Standing invited(Instant now) {
        return new Standing(
                InvitationState.PENDING, invitedAt == null ? now : invitedAt, joinedAt, disabledAt, lastSeenOn);
    }

    public Standing invitationBecame(InvitationState state) {
        return new Standing(state, invitedAt, joinedAt, disabledAt, lastSeenOn);
    }

    /** Signed in now: joined if not before, and {@link #seen}. */
    public Standing signedIn(Instant now, LocalDate today) {
        return new Standing(invitation, invitedAt, joinedAt == null ? now : joinedAt, disabledAt, later(today));
    }

    /** Seen on that day, unless already seen on a later one: the clocks of two nodes may straddle midnight. */
    public Standing seen(LocalDate today) {
        return new Standing(invitation, invitedAt, joinedAt, disabledAt, later(today));
    }

    private LocalDate later(LocalDate today) {
        return lastSeenOn != null && lastSeenOn.isAfter(today) ? lastSeenOn : today;
    }

    public Standing disabled(Instant now) {
        return new Standing(invitation, invitedAt, joinedAt, now, lastSeenOn);
    }

    public Standing enabled() {
        return new Standing(invitation, invitedAt, joinedAt, null, lastSeenOn);
    }

    public boolean wasInvited() {
        return invitedAt != null;
    }

    public boolean hasJoined() {
        return joinedAt != null;
    }

    @JsonIgnore
    public boolean isDisabled() {
        return disabledAt != null;
    }

    public MembershipState state() {
        if (isDisabled()) {
            return MembershipState.DISABLED;
        }
        if (hasJoined()) {
            return MembershipState.JOINED;
        }
        return switch (invitation) {
            case null -> MembershipState.NONE;
            case PENDING -> MembershipState.INVITED;
            case ACCEPTED -> MembershipState.JOINED;
            case EXPIRED -> MembershipState.EXPIRED;
            case REVOKED -> MembershipState.REVOKED;
            case BOUNCED -> MembershipState.BOUNCED;
        };
    }
}
