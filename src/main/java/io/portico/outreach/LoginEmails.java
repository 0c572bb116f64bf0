package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.contacts.People;
import io.portico.contacts.Selection;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends contacts a mail with one button that signs them in: each an own mail with an own link and code. */
@Component
public class LoginEmails {
    private final Tenancy tenancy;
    private final CandidateStore candidates;
    private final People people;
    private final Runs runs;
    private final Clock clock;

    LoginEmails(Tenancy tenancy, CandidateStore candidates, People people, Runs runs, Clock clock) {
        this.tenancy = tenancy;
        this.candidates = candidates;
        this.people = people;
        this.runs = runs;
        this.clock = clock;
    }

    /** What would become of each, if login e-mails were sent now. Changes nothing. */
    public Plan plan(WorkspaceId workspace, Selection chosen) {
        Instant now = clock.instant();
        return tenancy.in(
                workspace,
                () -> Plan.of(candidates.find(workspace, people.ids(workspace, chosen)).stream()
                        .map(one -> new Plan.Row(
                                Optional.of(one.contact()),
                                one.name(),
                                one.email().map(EmailAddress::value).orElse(""),
                                OutreachPolicy.loginEmail(one, now)))
                        .toList()));
    }

    /** Starts the run that mails all who may be mailed; the others stand in its ledger with the reason. */
    public RunId send(WorkspaceId workspace, Selection chosen, RunWords words, Actor actor) {
        Instant now = clock.instant();
        return runs.start(workspace, RunKind.LOGIN_EMAILS, words, actor, run -> {
            List<Candidate> found = candidates.lock(workspace, people.ids(workspace, chosen));
            var mail = new RecipientMail(MailTemplate.LOGIN_EMAIL, run, found.size());
            return found.stream()
                    .map(one -> mail.to(one, OutreachPolicy.loginEmail(one, now)))
                    .toList();
        });
    }
}
