package io.portico.workspace;

import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.images.Picture;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The pictures of workspaces' brands by the hash of their content. One that was published stays for a year after it was
 * last shown, as mails point to it; one that was only drafted goes when no draft has it any more.
 */
@Component
public class BrandImages {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Duration KEPT = Duration.ofDays(400);

    private final BrandImageStore store;
    private final Tenancy tenancy;
    private final Clock clock;

    BrandImages(BrandImageStore store, Tenancy tenancy, Clock clock) {
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The PNG that this workspace has under this hash, drafted or published; never another's. */
    public Optional<byte[]> find(WorkspaceId workspace, String hash) {
        return HASH.matcher(hash).matches()
                ? tenancy.in(workspace, () -> store.find(workspace, hash))
                : Optional.empty();
    }

    String keep(WorkspaceId workspace, Picture picture) {
        store.insert(workspace, picture.hash(), picture.png(), clock.instant());
        return picture.hash();
    }

    /** The pictures of the brand before were shown until now, and those of the brand after are from now on. */
    void publish(WorkspaceId workspace, Brand before, Brand after) {
        store.publish(workspace, hashes(before, after), clock.instant());
        sweep(workspace, before, after);
    }

    void sweep(WorkspaceId workspace, Brand published, Brand draft) {
        store.sweep(workspace, hashes(published, draft), clock.instant().minus(KEPT));
    }

    private static Set<String> hashes(Brand one, Brand other) {
        Set<String> hashes = new HashSet<>(one.pictures().hashes());
        hashes.addAll(other.pictures().hashes());
        return hashes;
    }
}
