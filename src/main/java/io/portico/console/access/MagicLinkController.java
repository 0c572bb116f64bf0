package io.portico.console.access;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.LinkMailing;
import io.portico.access.LinkMails;
import io.portico.access.LinkPurpose;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinkMail;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Sends;
import io.portico.workspace.Permission;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Generate magic link, and the registry of a contact's live links. */
@ConsoleController
class MagicLinkController {
    private final MagicLinks links;
    private final MagicLinkMail mail;
    private final Contacts contacts;
    private final MagicLinkPages pages;
    private final Templates templates;

    MagicLinkController(
            MagicLinks links, MagicLinkMail mail, Contacts contacts, MagicLinkPages pages, Templates templates) {
        this.links = links;
        this.mail = mail;
        this.contacts = contacts;
        this.pages = pages;
        this.templates = templates;
    }

    @GetMapping("/w/{workspace}/magic-link")
    @Needs(Permission.LET_IN)
    Answer choose(
            ConsoleVisit visit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String contact) {
        Optional<Contact> chosen = ContactId.parse(contact).map(id -> contacts.get(visit.workspaceId(), id));
        return Answer.page(templates.consoleAccessMagicLink(
                chosen.map(someone -> pages.forContact(visit, someone)).orElseGet(() -> pages.search(visit, q))));
    }

    /** Answers with the link itself, not with a redirect: it is shown once and stored nowhere. */
    @PostMapping("/w/{workspace}/magic-link")
    @Needs(Permission.LET_IN)
    @Sends
    Answer make(ConsoleVisit visit, @ModelAttribute MagicLinkForm form) {
        ContactId id = ContactId.parse(form.contact()).orElseThrow(() -> new NotFound("contact"));
        Contact contact = contacts.get(visit.workspaceId(), id);
        Duration lifetime = form.chosenLifetime(pages.policy(visit));
        var wanted =
                new NewLink(id, LinkPurpose.OPERATOR, Optional.of(lifetime), form.chosenTarget(), Optional.empty());
        MadeLink made = links.make(visit.workspaceId(), wanted, visit.actor());
        Optional<LinkMailing> mailing = contact.email()
                .filter(address -> form.isToBeMailed())
                .map(address -> mail.send(
                        visit.workspaceId(),
                        id,
                        address,
                        lifetime,
                        form.chosenTarget(),
                        LinkMails.Sender.of(visit.operator())));
        return Answer.page(templates.consoleAccessMagicLink(pages.made(visit, contact, form, made, mailing)));
    }
}
