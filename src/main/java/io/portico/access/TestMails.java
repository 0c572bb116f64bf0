package io.portico.access;

import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.Language;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.KeptWords;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.SkipReason;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Texts sent to the operator who writes them, to see them in a real mail program; their link opens nothing. */
@Component
public class TestMails implements MailComposer {
    /** So many an operator may send in an hour. */
    public static final int MOST = 20;

    /** Whose mails they are, and of what they speak. */
    @Component
    record People(Operators operators, Workspaces workspaces, Contacts contacts) {}

    private final MailSamples samples;
    private final KeptWords kept;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    TestMails(MailSamples samples, KeptWords kept, People people, Outbox outbox, Clock clock) {
        this.samples = samples;
        this.kept = kept;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Orders one to the operator's own address; false when there were too many within the hour.
     *
     * @param words as they were accepted
     */
    public boolean send(
            WorkspaceId workspace,
            Operator operator,
            MailTemplate template,
            Language language,
            MailWords words,
            Optional<ContactId> contact) {
        var hourAgo = clock.instant().minus(Duration.ofHours(1));
        if (kept.ordered(workspace, MailTemplate.TEST_MAIL, operator.id().value(), hourAgo) >= MOST) {
            return false;
        }
        Map<String, String> details = Map.of(
                "words", kept.keep(workspace, words),
                "template", template.word(),
                "language", language.tag(),
                "contact", contact.map(ContactId::toString).orElse(""));
        outbox.enqueue(
                workspace,
                NewMail.personal(MailTemplate.TEST_MAIL, operator.id().value(), operator.email(), details));
        return true;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.TEST_MAIL;
    }

    @Override
    public Composition compose(MailOrder order) {
        Optional<Operator> operator = order.recipient().map(OperatorId::new).flatMap(people.operators()::find);
        Optional<MailWords> words = kept.find(order.workspace(), order.details().getOrDefault("words", ""));
        return operator.flatMap(
                        to -> words.<Composition>map(said -> sample(order, to).saying(said)))
                .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
    }

    private Composition.Ready sample(MailOrder order, Operator operator) {
        var details = order.details();
        return samples.of(
                people.workspaces().get(order.workspace()),
                MailTemplate.of(details.getOrDefault("template", "")),
                Language.of(details.getOrDefault("language", "")),
                ContactId.parse(details.getOrDefault("contact", ""))
                        .flatMap(id -> people.contacts().find(order.workspace(), id)),
                operator);
    }
}
