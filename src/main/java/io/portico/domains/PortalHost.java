package io.portico.domains;

import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A host that a workspace has, wants or had for its portal.
 *
 * @param chosen whether links are to be built with it; they are only while it is verified
 * @param failures how many checks in a row did not find what is needed
 * @param check what was found last
 */
public record PortalHost(
        WorkspaceId workspace,
        HostName host,
        HostState state,
        ClaimToken token,
        boolean chosen,
        Instant claimedAt,
        Optional<Instant> failingSince,
        int failures,
        int unanswered,
        Optional<HostCheck> check) {
    /** The name of the text record that proves the claim. */
    public String tokenName() {
        return HostProof.tokenName(host);
    }

    /** As it is once given up. */
    PortalHost removed() {
        return new PortalHost(
                workspace, host, HostState.REMOVED, token, false, claimedAt, Optional.empty(), 0, 0, check);
    }

    /** As it is, with what a look found. */
    PortalHost with(HostCheck found) {
        return with(state, failingSince, failures, unanswered, found);
    }

    /** As it is after a look. */
    PortalHost after(HostCheck found, Instant now) {
        // Of one that was given up nothing more is asked than that it leads here.
        boolean holds = state == HostState.REMOVED ? found.address().isFound() : found.holds();
        if (holds) {
            return with(state == HostState.REMOVED ? state : HostState.VERIFIED, Optional.empty(), 0, 0, found);
        }
        PortalHost worse = with(state, failingSince, failures + 1, unanswered + (found.isAnswered() ? 0 : 1), found);
        return state == HostState.VERIFIED && HostPolicy.hasFailed(worse.failures, worse.unanswered)
                ? worse.with(HostState.FAILING, Optional.of(now), worse.failures, worse.unanswered, found)
                : worse;
    }

    private PortalHost with(HostState other, Optional<Instant> since, int failed, int silent, HostCheck found) {
        return new PortalHost(
                workspace, host, other, token, chosen, claimedAt, since, failed, silent, Optional.of(found));
    }

    boolean wasCheckedSince(Instant time) {
        return check.filter(last -> last.at().isAfter(time)).isPresent();
    }
}
