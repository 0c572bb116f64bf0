package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.contacts.Selection;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends contacts a mail with one button that signs them in: each an own mail with an own link and code. */
@Component
public class LoginEmails {
    private final Audiences audiences;
    private final VerdictStore verdicts;
    private final RunStart start;

    LoginEmails(Audiences audiences, VerdictStore verdicts, RunStart start) {
        this.audiences = audiences;
        this.verdicts = verdicts;
        this.start = start;
    }

    /** What would become of each, if login e-mails were sent now. Changes nothing. */
    public Plan plan(WorkspaceId workspace, Selection chosen, List<TypedAddress> typed) {
        return audiences.of(workspace, RunKind.LOGIN_EMAILS, chosen, typed, verdicts::plan);
    }

    /** Those on whom the verdict would fall, after the place where the page before ended; empty for the first page. */
    public PlanPage page(
            WorkspaceId workspace, Selection chosen, List<TypedAddress> typed, Verdict verdict, String after) {
        return audiences.of(
                workspace, RunKind.LOGIN_EMAILS, chosen, typed, audience -> verdicts.page(audience, verdict, after));
    }

    /** Those of the list whose addresses nobody has, in its order; each once. */
    public List<TypedAddress> strangers(WorkspaceId workspace, List<TypedAddress> typed) {
        return audiences.of(workspace, RunKind.LOGIN_EMAILS, Selection.NOBODY, typed, verdicts::strangers);
    }

    /** Starts the run that mails all who may be mailed; the others stand in its ledger with the reason. */
    public RunId send(WorkspaceId workspace, Selection chosen, RunWords words, Actor actor) {
        return send(workspace, chosen, List.of(), words, RunTiming.NOW, actor);
    }

    /**
     * Mails also those contacts whose addresses were typed. Who may be mailed is decided now, and looked at again when
     * their mail's turn comes.
     */
    public RunId send(
            WorkspaceId workspace,
            Selection chosen,
            List<TypedAddress> typed,
            RunWords words,
            RunTiming timing,
            Actor actor) {
        return audiences.of(
                workspace,
                RunKind.LOGIN_EMAILS,
                chosen,
                typed,
                audience -> start.start(workspace, audience, words, timing, actor));
    }
}
