package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.BatchOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.Outbox;
import io.portico.tenancy.Rows;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Starts a run: each of its audience stands in the outbox then, as a mail to be sent or with the reason why none is. */
@Component
class RunStart {
    /** Up to so many recipients, somebody waits for the mails: they leave with the personal ones. */
    private static final int PERSONAL = 5;

    private static final String MAILS = """
            select j.place, j.id as recipient_id, j.shown as address, :details::jsonb as details,
                case when j.verdict = 'invited-again' then 'invitation-reminder' else :template end as kind,
                case when j.verdict not in ('invited', 'invited-again', 'login-email') then j.verdict end as reason
            from (%s) j""";

    private final Runs runs;
    private final Outbox outbox;
    private final VerdictStore verdicts;
    private final InvitationStart invitations;

    RunStart(Runs runs, Outbox outbox, VerdictStore verdicts, InvitationStart invitations) {
        this.runs = runs;
        this.outbox = outbox;
        this.verdicts = verdicts;
        this.invitations = invitations;
    }

    RunId start(WorkspaceId workspace, Audience audience, RunWords words, RunTiming timing, Actor actor) {
        return runs.start(workspace, audience.kind(), words, timing, actor, run -> {
            long recipients = enter(workspace, run, audience, timing);
            if (audience.kind() == RunKind.INVITATIONS) {
                invitations.invite(InvitationOrder.by(actor, workspace, run), timing, recipients);
            }
            return recipients;
        });
    }

    private long enter(WorkspaceId workspace, RunId run, Audience audience, RunTiming timing) {
        Map<String, Object> params = verdicts.params(audience);
        params.put("details", "{\"run\":\"%s\"}".formatted(run));
        params.put("template", template(audience.kind()).word());
        return outbox.enqueueEach(
                workspace,
                new BatchOrder(run, PERSONAL, timing.at(), timing.spread(), audience.kind() == RunKind.INVITATIONS),
                new Rows(MAILS.formatted(audience.judged()), params));
    }

    private static MailTemplate template(RunKind kind) {
        return switch (kind) {
            case INVITATIONS -> MailTemplate.INVITATION;
            case LOGIN_EMAILS -> MailTemplate.LOGIN_EMAIL;
        };
    }
}
