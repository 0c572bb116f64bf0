package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.contacts.InvitationState;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Invites contacts to the portal. Inviting somebody again sends again but never counts twice; one bad row never holds up
 * another.
 */
@Component
public class Invitations {
    /** The source of contacts who were made of a typed address. */
    public static final String SOURCE = "portal invite";

    private final Audiences audiences;
    private final VerdictStore verdicts;
    private final RunStart start;
    private final InvitationLedger ledger;

    Invitations(Audiences audiences, VerdictStore verdicts, RunStart start, InvitationLedger ledger) {
        this.audiences = audiences;
        this.verdicts = verdicts;
        this.start = start;
        this.ledger = ledger;
    }

    /** What would become of each, if they were invited now. Changes nothing. */
    public Plan plan(WorkspaceId workspace, Selection chosen, List<TypedAddress> typed) {
        return audiences.of(workspace, RunKind.INVITATIONS, chosen, typed, verdicts::plan);
    }

    /** Those on whom the verdict would fall, after the place where the page before ended; empty for the first page. */
    public PlanPage page(
            WorkspaceId workspace, Selection chosen, List<TypedAddress> typed, Verdict verdict, String after) {
        return audiences.of(
                workspace, RunKind.INVITATIONS, chosen, typed, audience -> verdicts.page(audience, verdict, after));
    }

    /**
     * Invites all who may be, makes contacts of those who are new, and answers with the run that mails them. Of very many,
     * each counts as invited a little later, before their mail leaves.
     */
    public RunId send(WorkspaceId workspace, Selection chosen, List<TypedAddress> typed, RunWords words, Actor actor) {
        return send(workspace, chosen, typed, words, RunTiming.NOW, actor);
    }

    /** {@link #send}, at another time: they count as invited from then on. */
    public RunId send(
            WorkspaceId workspace,
            Selection chosen,
            List<TypedAddress> typed,
            RunWords words,
            RunTiming timing,
            Actor actor) {
        return audiences.of(workspace, RunKind.INVITATIONS, chosen, typed, audience -> {
            audiences.welcome(workspace, audience.typed(), actor);
            return start.start(workspace, audience, words, timing, actor);
        });
    }

    /** The contact's one invitation, as it stands now; empty for somebody who was never invited. */
    public Optional<Invitation> of(WorkspaceId workspace, ContactId contact) {
        return ledger.find(workspace, contact);
    }

    /** The invitations of the workspace in the order in which their contacts were created, as they stand now. */
    public List<Invitation> list(
            WorkspaceId workspace, Optional<InvitationState> state, Optional<ContactId> after, int limit) {
        return ledger.page(workspace, state, after, limit);
    }

    /** Takes a pending invitation back and kills its links; false when there is none pending. */
    public boolean revoke(WorkspaceId workspace, ContactId contact, Actor actor) {
        return ledger.revoke(workspace, contact, actor);
    }
}
