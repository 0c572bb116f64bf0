package io.portico.access.keys;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.ApiKeyId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The API keys of workspaces. A key is looked up at every request and nowhere remembered, so one that is revoked, has
 * expired, or belongs to a workspace that is suspended, is dead at once on every node.
 */
@Component
public class ApiKeys {
    /** A workspace has at most so many live keys. */
    public static final int MOST_LIVE = 100;

    private static final int LISTED = 200;
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final ApiKeyStore store;
    private final Activity activity;
    private final Clock clock;

    ApiKeys(Tenancy tenancy, ApiKeyStore store, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
        this.clock = clock;
    }

    /** Makes a key and hands out its secret, this once; empty when the workspace has {@link #MOST_LIVE} already. */
    public Optional<MadeApiKey> make(WorkspaceId workspace, NewApiKey wanted, Actor actor) {
        return tenancy.in(workspace, () -> {
            Instant now = clock.instant();
            return store.countLive(workspace, now) >= MOST_LIVE
                    ? Optional.empty()
                    : Optional.of(made(workspace, wanted, ApiKeySecret.random(), actor));
        });
    }

    /**
     * Sees to it that this secret opens the workspace, as the demo does at every start. False, and nothing done, when it
     * did once and was revoked.
     */
    public boolean ensure(WorkspaceId workspace, NewApiKey wanted, ApiKeySecret secret, Actor actor) {
        return tenancy.in(workspace, () -> {
            boolean known = store.knows(workspace, secret.hash());
            if (!known) {
                made(workspace, wanted, secret, actor);
            }
            return !known || store.live(secret.hash(), clock.instant()).isPresent();
        });
    }

    private MadeApiKey made(WorkspaceId workspace, NewApiKey wanted, ApiKeySecret secret, Actor actor) {
        Instant now = clock.instant();
        Optional<OperatorId> by = actor instanceof Actor.Operator it ? Optional.of(it.operator()) : Optional.empty();
        var key = new ApiKey(
                workspace,
                ApiKeyId.next(clock),
                wanted.name().strip(),
                secret.hint(),
                wanted.scopes(),
                by,
                now,
                wanted.lifetime().map(now::plus),
                Optional.empty(),
                Optional.empty());
        store.insert(key, secret.hash());
        List<String> scopes = key.scopes().stream().map(ApiScope::text).sorted().toList();
        activity.record(workspace, actor, new ApiKeyMade(key.id(), scopes, key.name()));
        return new MadeApiKey(key, secret);
    }

    /** The live key that this secret is, whichever workspace it opens; notes its use, at most once a minute. */
    public Optional<ApiKey> find(ApiKeySecret secret) {
        Instant now = clock.instant();
        byte[] hash = secret.hash();
        Optional<ApiKey> found = tenancy.withSecretHash(hash, () -> store.live(hash, now));
        found.filter(key -> key.lastUsedAt()
                        .filter(now.minus(TOUCH_EVERY)::isBefore)
                        .isEmpty())
                .ifPresent(key -> tenancy.run(key.workspace(), () -> store.touch(key.workspace(), key.id(), now)));
        return found;
    }

    /** Live ones first, then those that are dead; the newest of each first. */
    public List<ApiKey> of(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.of(workspace, clock.instant(), LISTED));
    }

    /** The key, revoked by now; empty when the workspace has none of this id. Nothing happens to one that was already. */
    public Optional<ApiKey> revoke(WorkspaceId workspace, ApiKeyId id, Actor actor) {
        return tenancy.in(workspace, () -> {
            Optional<ApiKey> revoked = store.revoke(workspace, id, clock.instant());
            revoked.ifPresent(key -> activity.record(workspace, actor, new ApiKeyRevoked(id, key.name())));
            return revoked.or(() -> store.find(workspace, id));
        });
    }

    /** Who made the key; empty when it is the demo's, or none of the workspace. */
    public Optional<OperatorId> maker(WorkspaceId workspace, ApiKeyId id) {
        return tenancy.in(workspace, () -> store.find(workspace, id)).flatMap(ApiKey::madeBy);
    }

    /** Live ones, the newest first. */
    public List<ApiKey> liveMadeBy(WorkspaceId workspace, OperatorId operator) {
        return tenancy.in(workspace, () -> store.liveMadeBy(workspace, operator, clock.instant()));
    }

    /** Revokes every live key that the operator has made; answers how many. */
    public int revokeMadeBy(WorkspaceId workspace, OperatorId operator, Actor actor) {
        return tenancy.in(workspace, () -> {
            List<ApiKey> made = liveMadeBy(workspace, operator);
            made.forEach(key -> revoke(workspace, key.id(), actor));
            return made.size();
        });
    }

    /** What these keys are called, also those that are dead. */
    public Map<ApiKeyId, String> names(WorkspaceId workspace, Set<ApiKeyId> ids) {
        return ids.isEmpty() ? Map.of() : tenancy.in(workspace, () -> store.names(workspace, ids));
    }
}
