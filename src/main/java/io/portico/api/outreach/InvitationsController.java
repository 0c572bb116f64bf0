package io.portico.api.outreach;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.api.Paging;
import io.portico.api.Query;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.InvitationState;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import io.portico.outreach.Invitation;
import io.portico.outreach.Invitations;
import io.portico.outreach.Plan;
import io.portico.outreach.RunWords;
import io.portico.outreach.Runs;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Invites contacts, and lists, resends and revokes invitations. */
@ApiController
class InvitationsController {
    private static final int MOST = 200;

    private final Invitations invitations;
    private final Contacts contacts;
    private final InvitationRows rows;
    private final Runs runs;

    InvitationsController(Invitations invitations, Contacts contacts, InvitationRows rows, Runs runs) {
        this.invitations = invitations;
        this.contacts = contacts;
        this.rows = rows;
        this.runs = runs;
    }

    /** Up to 200 rows with a verdict each; a run takes more. */
    @PostMapping("/api/v1/invitations")
    @NeedsScope(ApiScope.INVITATIONS_WRITE)
    ApiAnswer invite(ApiVisit visit) {
        visit.query().end();
        Fields fields = visit.body();
        if (fields.tree("filter").isPresent()) {
            fields.fault(
                    "filter", "invalid_value", "Those that match a filter are invited by a run: POST /api/v1/runs.");
        }
        RecipientsBody body = RecipientsBody.oneByOne(fields, MOST, "Give recipients, contact_ids or both.");
        if (body.entries() > MOST) {
            fields.fault(
                    "recipients", "too_many", "There can be at most 200 rows; a run takes more: POST /api/v1/runs.");
        }
        fields.end();
        return ApiAnswer.created(invited(visit, body));
    }

    private InvitedShown invited(ApiVisit visit, RecipientsBody body) {
        runs.takeTurn(visit.workspaceId());
        Plan plan = invitations.plan(visit.workspaceId(), body.chosen(), body.typed());
        List<Plan.Row> all = rows.of(visit.workspaceId(), body, plan);
        RunId run = invitations.send(visit.workspaceId(), body.chosen(), body.typed(), body.words(), visit.actor());
        return InvitedShown.of(
                run,
                plan,
                all.stream()
                        .map(row -> InvitedShown.Row.of(row, contactAt(visit, row.address())))
                        .toList());
    }

    /** Whoever was nobody yet when the verdicts were made is a contact by now. */
    private Optional<ContactId> contactAt(ApiVisit visit, String address) {
        return EmailAddress.parse(address)
                .flatMap(email -> contacts.withEmail(visit.workspaceId(), email))
                .map(Contact::id);
    }

    @GetMapping("/api/v1/invitations")
    @NeedsScope(ApiScope.INVITATIONS_READ)
    ApiAnswer list(ApiVisit visit) {
        Query query = visit.query();
        Optional<InvitationState> state = query.word("state", InvitationState.class);
        Paging paging = visit.paging(query);
        query.end();
        List<Invitation> found =
                invitations.list(visit.workspaceId(), state, paging.after().flatMap(ContactId::parse), paging.wanted());
        return ApiAnswer.ok(
                paging.page(found, each -> each.contact().toString()).map(InvitationShown::of));
    }

    @GetMapping("/api/v1/invitations/{contact}")
    @NeedsScope(ApiScope.INVITATIONS_READ)
    ApiAnswer show(ApiVisit visit, @PathVariable String contact) {
        visit.query().end();
        return ApiAnswer.ok(InvitationShown.of(known(visit, contact)));
    }

    @PostMapping("/api/v1/invitations/{contact}/resend")
    @NeedsScope(ApiScope.INVITATIONS_WRITE)
    ApiAnswer resend(ApiVisit visit, @PathVariable String contact) {
        Invitation known = known(visit, contact);
        visit.query().end();
        Fields fields = visit.body();
        RunWords words = RecipientsBody.words(fields);
        fields.end();
        return ApiAnswer.created(invited(visit, new RecipientsBody(Selection.of(known.contact()), List.of(), words)));
    }

    /** Takes a pending invitation back and kills its links. */
    @PostMapping("/api/v1/invitations/{contact}/revoke")
    @NeedsScope(ApiScope.INVITATIONS_WRITE)
    ApiAnswer revoke(ApiVisit visit, @PathVariable String contact) {
        Invitation known = known(visit, contact);
        visit.takesNothing();
        if (!invitations.revoke(visit.workspaceId(), known.contact(), visit.actor())) {
            throw ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "not_pending",
                    "Only a pending invitation is revoked; this one is %s."
                            .formatted(known.state().word()));
        }
        return ApiAnswer.ok(InvitationShown.of(known(visit, contact)));
    }

    private Invitation known(ApiVisit visit, String contact) {
        return invitations
                .of(visit.workspaceId(), ApiVisit.id(contact, ContactId::parse))
                .orElseThrow(ApiProblem::notFound);
    }
}
