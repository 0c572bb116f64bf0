package io.portico.api.access;

import io.portico.access.LinkPurpose;
import io.portico.access.ListedLink;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiPage;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.NeedsScope;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.LinkId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes, lists and revokes magic links. */
@ApiController
class MagicLinksController {
    private final MagicLinks links;
    private final Contacts contacts;
    private final LinkSending sending;

    MagicLinksController(MagicLinks links, Contacts contacts, LinkSending sending) {
        this.links = links;
        this.contacts = contacts;
        this.sending = sending;
    }

    /** The answer is the one moment at which the link is shown. */
    @PostMapping("/api/v1/magic-links")
    @NeedsScope(ApiScope.MAGIC_LINKS_WRITE)
    ApiAnswer make(ApiVisit visit) {
        visit.query().end();
        LinkBody body = LinkBody.of(visit.body());
        Contact contact = body.contact().of(visit.workspaceId(), contacts);
        var wanted = new NewLink(contact.id(), LinkPurpose.OPERATOR, body.lifetime(), body.target(), Optional.empty());
        MadeLink made = links.make(visit.workspaceId(), wanted, visit.actor());
        Optional<MadeLinkShown.MailShown> mail =
                Optional.of(body).filter(LinkBody::isToBeSent).map(said -> sending.send(visit, contact, said, made));
        return ApiAnswer.created(MadeLinkShown.of(contact.id(), body.target(), made, mail));
    }

    /** The contact's live links and those that stopped working in the last 30 days. */
    @GetMapping("/api/v1/magic-links")
    @NeedsScope(ApiScope.MAGIC_LINKS_READ)
    ApiAnswer list(ApiVisit visit) {
        ContactId contact = OfContact.in(visit.query());
        if (contacts.find(visit.workspaceId(), contact).isEmpty()) {
            throw ApiProblem.notFound();
        }
        List<ListedLink> all = Stream.concat(
                        links.live(visit.workspaceId(), contact).stream(),
                        links.recentlyDead(visit.workspaceId(), contact).stream())
                .toList();
        return ApiAnswer.ok(new ApiPage<>(all, Optional.empty()).map(LinkShown::of));
    }

    @GetMapping("/api/v1/magic-links/{link}")
    @NeedsScope(ApiScope.MAGIC_LINKS_READ)
    ApiAnswer show(ApiVisit visit, @PathVariable String link) {
        visit.query().end();
        return ApiAnswer.ok(LinkShown.of(known(visit, link)));
    }

    /** Nothing happens to a link that is dead already. */
    @PostMapping("/api/v1/magic-links/{link}/revoke")
    @NeedsScope(ApiScope.MAGIC_LINKS_WRITE)
    ApiAnswer revoke(ApiVisit visit, @PathVariable String link) {
        ListedLink known = known(visit, link);
        visit.takesNothing();
        links.revoke(visit.workspaceId(), known.contact(), known.id(), visit.actor());
        return ApiAnswer.ok(LinkShown.of(known(visit, link)));
    }

    private ListedLink known(ApiVisit visit, String link) {
        return links.listed(visit.workspaceId(), ApiVisit.id(link, LinkId::parse))
                .orElseThrow(ApiProblem::notFound);
    }
}
