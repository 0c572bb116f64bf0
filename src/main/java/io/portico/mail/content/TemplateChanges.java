package io.portico.mail.content;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Maker;
import io.portico.kernel.TemplateVersionId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailWords;
import io.portico.mail.OwnValues;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes the texts of a workspace's mails. Mails written a second later carry them, on every node. */
@Component
public class TemplateChanges {
    /** Templates, and the workspace's own values that their texts use. */
    @Component
    record Shelf(MailTemplates templates, TemplateStore store, OwnValues own) {}

    private final Tenancy tenancy;
    private final Shelf shelf;
    private final Activity activity;
    private final Clock clock;

    TemplateChanges(Tenancy tenancy, Shelf shelf, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.activity = activity;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Result {
        record Saved() implements Result {}

        /** The texts are what they were. */
        record Unchanged() implements Result {}

        record Refused(WordsCheck.Refused why) implements Result {}
    }

    public Result save(WorkspaceId workspace, TemplateKey key, MailWords words, Actor actor) {
        return tenancy.in(workspace, () -> switch (checked(workspace, key, words)) {
            case WordsCheck.Refused refused -> new Result.Refused(refused);
            case WordsCheck.Accepted(MailWords accepted) ->
                accepted.equals(shelf.templates().current(workspace, key))
                        ? new Result.Unchanged()
                        : add(workspace, key, Optional.of(accepted), actor);
        });
    }

    /** Lets nobody else change these texts until the transaction around this ends. */
    public void hold(WorkspaceId workspace, TemplateKey key) {
        tenancy.run(workspace, () -> shelf.store().hold(workspace, key));
    }

    /** With the workspace's own values held first, so that what is checked is still there when it is saved. */
    private WordsCheck checked(WorkspaceId workspace, TemplateKey key, MailWords words) {
        shelf.own().hold(workspace, words.ownValues());
        return shelf.templates().check(workspace, key, words);
    }

    /** Back to Portico's own texts. */
    public Result reset(WorkspaceId workspace, TemplateKey key, Actor actor) {
        return tenancy.in(
                workspace,
                () -> shelf.templates()
                                .current(workspace, key)
                                .equals(shelf.templates().standard(key))
                        ? new Result.Unchanged()
                        : add(workspace, key, Optional.empty(), actor));
    }

    private Result add(WorkspaceId workspace, TemplateKey key, Optional<MailWords> words, Actor actor) {
        Optional<MailWords> own =
                words.filter(written -> !written.equals(shelf.templates().standard(key)));
        shelf.store()
                .insert(
                        workspace,
                        new TemplateVersion(TemplateVersionId.next(clock), key, own, Maker.of(actor), clock.instant()));
        shelf.store().forgetOlder(workspace, key, MailTemplates.KEPT);
        activity.record(
                workspace,
                actor,
                own.isPresent()
                        ? new MailTemplateChanged(key.template().factWord())
                        : new MailTemplateReset(key.template().factWord()));
        return new Result.Saved();
    }
}
