package io.portico.outreach;

import io.portico.contacts.Contacts;
import io.portico.mail.AddressBounced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An invitation to a mailbox that does not exist has bounced, whichever mail found that out. */
@Component
class BouncedInvitations {
    private final Contacts contacts;
    private final InvitationLedger ledger;

    BouncedInvitations(Contacts contacts, InvitationLedger ledger) {
        this.contacts = contacts;
        this.ledger = ledger;
    }

    @EventListener
    void on(AddressBounced news) {
        contacts.withEmail(news.workspace(), news.address())
                .ifPresent(contact -> ledger.bounced(news.workspace(), contact.id()));
    }
}
