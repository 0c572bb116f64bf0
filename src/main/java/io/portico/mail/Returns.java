package io.portico.mail;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What comes back about mails that had left: bounces, delays, complaints. A report counts for the one mail whose mark it
 * names, in that mail's workspace and for the address it went to, whatever else the report claims.
 */
@Component
public class Returns {
    private static final Actor PORTICO = new Actor.Portico();

    private final Tenancy tenancy;
    private final ReturnStore store;
    private final MailMarks marks;
    private final Traces traces;
    private final Clock clock;

    Returns(Tenancy tenancy, ReturnStore store, MailMarks marks, Traces traces, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.marks = marks;
        this.traces = traces;
        this.clock = clock;
    }

    /** Idempotent: what a report repeats changes nothing. False when the mark is none of a mail that left from here. */
    public boolean note(Report report) {
        return marks.read(report.mark())
                .flatMap(mail -> tenancy.everywhere(() -> store.workspaceOf(mail))
                        .filter(workspace -> tenancy.in(workspace, () -> note(workspace, mail, report))))
                .isPresent();
    }

    private boolean note(WorkspaceId workspace, MailId mail, Report report) {
        Optional<ReturnStore.Gone> gone = store.find(workspace, mail);
        gone.filter(known -> store.insert(workspace, mail, report.kind(), report.said(), clock.instant()))
                .ifPresent(known -> follow(workspace, mail, known, report));
        return gone.isPresent();
    }

    private void follow(WorkspaceId workspace, MailId mail, ReturnStore.Gone gone, Report report) {
        Optional<ContactId> contact =
                gone.recipient().filter(known -> gone.template().isToContact()).map(ContactId::new);
        String word = gone.template().factWord();
        switch (report.kind()) {
            case BOUNCED -> {
                contact.ifPresent(known -> record(workspace, new MailBounced(known, mail, word, report.said())));
                suppress(workspace, gone, SuppressionReason.BOUNCED, report);
            }
            case COMPLAINED -> {
                contact.ifPresent(known -> record(workspace, new MailComplained(known, mail, word)));
                suppress(workspace, gone, SuppressionReason.COMPLAINED, report);
            }
            case NOT_DELIVERED, DELAYED -> {}
        }
    }

    private void record(WorkspaceId workspace, Fact fact) {
        traces.activity().record(workspace, PORTICO, fact);
    }

    private void suppress(WorkspaceId workspace, ReturnStore.Gone gone, SuppressionReason reason, Report report) {
        traces.suppressions().add(workspace, gone.address(), reason, report.said(), PORTICO);
    }

    /** Where a report leaves traces beside its own row. */
    @Component
    record Traces(Suppressions suppressions, Activity activity) {}
}
