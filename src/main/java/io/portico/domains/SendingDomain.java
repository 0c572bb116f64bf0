package io.portico.domains;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * The domain from which a workspace's mails leave, or are to leave once its records are there.
 *
 * @param state never {@link HostState#REMOVED}
 * @param failures how many checks in a row did not find what is needed
 */
public record SendingDomain(
        WorkspaceId workspace,
        HostName domain,
        String localPart,
        HostState state,
        Instant claimedAt,
        Optional<Instant> failingSince,
        int failures,
        int unanswered,
        Optional<SendingCheck> check) {
    /** The sender in the header of mails. */
    public EmailAddress address() {
        return EmailAddress.of(localPart + "@" + domain);
    }

    /** The same claim, and not one that was made anew. */
    boolean isSameAs(SendingDomain other) {
        return domain.equals(other.domain) && claimedAt.equals(other.claimedAt);
    }

    boolean wasCheckedSince(Instant time) {
        return check.filter(last -> last.at().isAfter(time)).isPresent();
    }

    /** As it is, with what a look found. */
    SendingDomain with(SendingCheck found) {
        return with(state, failingSince, failures, unanswered, found);
    }

    /** As it is after a look. */
    SendingDomain after(SendingCheck found, Instant now) {
        if (found.holds()) {
            return with(HostState.VERIFIED, Optional.empty(), 0, 0, found);
        }
        SendingDomain worse = with(state, failingSince, failures + 1, unanswered + (found.isAnswered() ? 0 : 1), found);
        return state == HostState.VERIFIED && HostPolicy.hasFailed(worse.failures, worse.unanswered)
                ? worse.with(HostState.FAILING, Optional.of(now), worse.failures, worse.unanswered, found)
                : worse;
    }

    private SendingDomain with(HostState other, Optional<Instant> since, int failed, int silent, SendingCheck found) {
        return new SendingDomain(
                workspace, domain, localPart, other, claimedAt, since, failed, silent, Optional.of(found));
    }
}
