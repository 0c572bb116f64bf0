package io.portico.demo;

import io.portico.access.OperatorInvited;
import io.portico.access.OperatorJoined;
import io.portico.access.OperatorSignedIn;
import io.portico.activity.Activity;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.OperatorId;
import io.portico.kernel.OperatorInvitationId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.NewOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Role;
import io.portico.workspace.WorkspaceOpened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the demo into an empty installation in one transaction: wholly, or not at all. */
@Component
class DemoLoader {
    static final String SUB_DOMAIN = "acme";
    static final String NAME = "Acme Studio";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final EmailAddress OWNER = EmailAddress.of("robin@example.com");
    private static final EmailAddress MEMBER = EmailAddress.of("hana@example.com");
    private static final EmailAddress INVITED = EmailAddress.of("jonas.keller@example.com");

    private final TransactionOperations transactions;
    private final Tenancy tenancy;
    private final Operators operators;
    private final Log log;
    private final Clock clock;

    DemoLoader(TransactionOperations transactions, Tenancy tenancy, Operators operators, Log log, Clock clock) {
        this.transactions = transactions;
        this.tenancy = tenancy;
        this.operators = operators;
        this.log = log;
        this.clock = clock;
    }

    /**
     * False, and nothing changed, when somebody else was faster.
     *
     * @param nobodysHash of a password that nobody knows, for the operator who never signs in
     */
    boolean load(String ownersHash, String nobodysHash) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Optional<Operator> owner = create("Robin Vale", OWNER, ownersHash);
            Optional<Operator> member = create("Hana Seo", MEMBER, nobodysHash);
            boolean free =
                    owner.isPresent() && member.isPresent() && !log.store().hasWorkspace(SUB_DOMAIN);
            if (free) {
                write(WorkspaceId.next(clock), owner.orElseThrow(), member.orElseThrow());
            } else {
                status.setRollbackOnly();
            }
            return free;
        }));
    }

    /** False when there is no demo, or it is nobody's any more. */
    boolean givePassword(String hash) {
        return log.store().givePassword(hash);
    }

    /** The address of the demo's owner; empty when there is no demo. */
    Optional<String> ownerOfDemo() {
        return log.store().ownerOfDemo();
    }

    private Optional<Operator> create(String name, EmailAddress email, String hash) {
        return operators.create(new NewOperator(name, email, hash, Language.EN));
    }

    private void write(WorkspaceId workspace, Operator owner, Operator member) {
        var story = new Story(clock.instant(), ZONE, owner.id(), member.id());
        History history = story.tell();
        staff(history, story.opening(), owner, member);
        tenancy.run(workspace, () -> {
            log.store().open(workspace, SUB_DOMAIN, NAME, ZONE, story.opening(), owner.id());
            log.store().addOperator(workspace, owner.id(), Role.OWNER, story.opening());
            log.store()
                    .addOperator(
                            workspace, member.id(), Role.MEMBER, story.opening().plus(Duration.ofDays(1)));
            log.store().inviteOperator(workspace, INVITED, Role.MEMBER, owner.id(), clock.instant());
            log.store().write(workspace, history);
            log.activity().recordPast(workspace, history.facts());
            // Last, since it takes seconds to come here and nodes look back over few.
            log.store().takeSubDomain(workspace, SUB_DOMAIN, clock.instant());
        });
    }

    private void staff(History history, Instant opening, Operator owner, Operator member) {
        var robin = Life.operator(owner.id());
        history.note(opening, robin, new WorkspaceOpened(NAME));
        history.note(
                opening.plusSeconds(340), robin, new OperatorInvited(invitation(), Role.MEMBER.word(), MEMBER.value()));
        history.note(
                opening.plus(Duration.ofDays(1)),
                Life.operator(member.id()),
                new OperatorJoined(member.id(), Role.MEMBER.word(), member.name()));
        history.note(
                clock.instant().minus(Duration.ofHours(20)),
                robin,
                new OperatorInvited(invitation(), Role.MEMBER.word(), INVITED.value()));
        signIn(history, member);
        signIn(history, owner);
    }

    private void signIn(History history, Operator operator) {
        OperatorId id = operator.id();
        history.note(
                clock.instant().minus(Duration.ofMinutes(55)),
                Life.operator(id),
                new OperatorSignedIn(id, operator.name()));
    }

    private OperatorInvitationId invitation() {
        return OperatorInvitationId.next(clock);
    }

    /** Where the demo is written. */
    @Component
    record Log(DemoStore store, Activity activity) {}
}
