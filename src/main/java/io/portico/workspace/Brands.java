package io.portico.workspace;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.images.IconShape;
import io.portico.workspace.images.Picture;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * The brands of workspaces: what everybody sees, and beside it at most one draft that only operators see. A draft
 * begins as what is published; publishing or discarding ends it.
 */
@Component
public class Brands {
    private final BrandStore store;
    private final BrandImages images;
    private final Tenancy tenancy;
    private final Activity activity;
    private final Clock clock;

    Brands(BrandStore store, BrandImages images, Tenancy tenancy, Activity activity, Clock clock) {
        this.store = store;
        this.images = images;
        this.tenancy = tenancy;
        this.activity = activity;
        this.clock = clock;
    }

    /** What clients see. A {@link Workspace} has it too. */
    public Brand published(WorkspaceId workspace) {
        return store.published(workspace);
    }

    /** Empty when everything is published. */
    public Optional<Brand> draft(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.draft(workspace));
    }

    /** The draft as it will be published, or what is published while there is none. */
    public Brand latest(WorkspaceId workspace) {
        return draft(workspace).orElseGet(() -> published(workspace));
    }

    /** Changes everything but the pictures. */
    public void draft(WorkspaceId workspace, Brand brand) {
        change(workspace, before -> brand.with(before.pictures()));
    }

    public void draftPictures(WorkspaceId workspace, UnaryOperator<BrandPictures> changed) {
        change(workspace, before -> before.with(changed.apply(before.pictures())));
    }

    public void draftLogo(WorkspaceId workspace, Picture picture) {
        change(workspace, before -> {
            var logo = new BrandPictures.Logo(images.keep(workspace, picture), picture.size());
            return before.with(before.pictures().withLogo(logo));
        });
    }

    public void draftIcon(WorkspaceId workspace, Map<IconShape, Picture> pictures) {
        change(workspace, before -> {
            Map<IconShape, String> hashes = new EnumMap<>(IconShape.class);
            pictures.forEach((shape, picture) -> hashes.put(shape, images.keep(workspace, picture)));
            return before.with(before.pictures().withIcon(hashes));
        });
    }

    /** A draft that says what is published anyway is none. */
    private void change(WorkspaceId workspace, UnaryOperator<Brand> changed) {
        tenancy.run(workspace, () -> {
            Brand published = store.hold(workspace);
            Brand after = changed.apply(store.draft(workspace).orElse(published));
            if (after.equals(published)) {
                store.dropDraft(workspace);
            } else {
                store.saveDraft(workspace, after, clock.instant());
            }
            images.sweep(workspace, published, after);
        });
    }

    /** False when there was nothing to publish. */
    public boolean publish(WorkspaceId workspace, Actor actor) {
        return tenancy.in(workspace, () -> {
            Brand before = store.hold(workspace);
            Optional<Brand> draft = store.draft(workspace);
            draft.ifPresent(brand -> {
                store.publish(workspace, brand);
                images.publish(workspace, before, brand);
                activity.record(workspace, actor, new BrandPublished(brand.name(), brand));
            });
            return draft.isPresent();
        });
    }

    /** Back to what is published. False when there was no draft. */
    public boolean discard(WorkspaceId workspace, Actor actor) {
        return tenancy.in(workspace, () -> {
            Brand published = store.hold(workspace);
            boolean discarded = store.dropDraft(workspace);
            if (discarded) {
                images.sweep(workspace, published, published);
                activity.record(workspace, actor, new BrandDraftDiscarded());
            }
            return discarded;
        });
    }
}
