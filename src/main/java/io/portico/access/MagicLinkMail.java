package io.portico.access;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.AccessMailAllowance;
import io.portico.mail.AccessMailHistory;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.SkipReason;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A magic link that is sent by e-mail because an operator or a program said so. The mail carries a link of its own, not
 * the one that was shown: a shown link proves no mailbox, a mailed one does.
 */
@Component
public class MagicLinkMail implements MailComposer {
    private final LinkMails mails;
    private final Outbox outbox;
    private final AccessMailAllowance allowance;
    private final Clock clock;

    MagicLinkMail(LinkMails mails, Outbox outbox, AccessMailAllowance allowance, Clock clock) {
        this.mails = mails;
        this.outbox = outbox;
        this.allowance = allowance;
        this.clock = clock;
    }

    /**
     * Orders the mail, unless the address got too many lately; whether it may have one is looked at again as it is written.
     *
     * @param by in whose name
     */
    public LinkMailing send(
            WorkspaceId workspace,
            ContactId contact,
            EmailAddress address,
            Duration lifetime,
            LinkTarget target,
            LinkMails.Sender by) {
        AccessMailHistory history = allowance.of(workspace, address);
        Optional<SkipReason> refusal = history.refusal(clock.instant());
        if (refusal.isPresent()) {
            return new LinkMailing.HeldBack(refusal.get(), history);
        }
        Map<String, String> details = Map.of(
                "lifetime", lifetime.toString(),
                "target", target.path(),
                "operator", by.name(),
                "operator-email", by.email());
        outbox.enqueue(workspace, NewMail.personal(MailTemplate.MAGIC_LINK, contact.value(), address, details));
        return new LinkMailing.OnItsWay();
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.MAGIC_LINK;
    }

    @Override
    public Composition compose(MailOrder order) {
        var wanted = new LinkMails.Wanted(
                LinkPurpose.OPERATOR,
                Optional.ofNullable(order.details().get("lifetime")).map(Duration::parse),
                LinkTarget.parse(order.details().getOrDefault("target", "/")).orElse(LinkTarget.HOME),
                Optional.empty(),
                Optional.empty(),
                new LinkMails.Sender(
                        order.details().getOrDefault("operator", ""),
                        order.details().getOrDefault("operator-email", "")));
        return order.recipient()
                .map(id -> mails.compose(order, new ContactId(id), wanted))
                .orElseThrow(() -> new IllegalStateException("mail " + order.id() + " is for nobody"));
    }
}
