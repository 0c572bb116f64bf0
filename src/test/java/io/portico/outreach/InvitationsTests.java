package io.portico.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.activity.ActivityEntry;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactCreated;
import io.portico.contacts.InvitationState;
import io.portico.contacts.MembershipState;
import io.portico.contacts.Selection;
import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import io.portico.mail.BatchProgress;
import io.portico.mail.MailBatches;
import io.portico.mail.MailState;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvitationsTests extends PorticoTest {
    private static final Selection NOBODY = new Selection.These(List.of());

    @Autowired
    private Invitations invitations;

    @Autowired
    private LoginEmails loginEmails;

    @Autowired
    private MailBatches batches;

    @Autowired
    private MagicLinks links;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private InvitationLedger ledger;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Test
    void tellsAVerdictForEachBeforeAnythingIsSent() {
        Workspace workspace = aWorkspace();
        Contact known = aContact().in(workspace);
        Contact silent = aContact().withoutAddress().in(workspace);
        Plan plan = invitations.plan(
                workspace.id(),
                these(known, silent),
                TypedAddress.parse("new@example.com\nnew@example.com\nnonsense\n" + addressOf(known)));
        assertThat(plan.counts())
                .containsOnly(
                        Map.entry(Verdict.INVITED, 2),
                        Map.entry(Verdict.NO_ADDRESS, 1),
                        Map.entry(Verdict.DUPLICATE_ADDRESS, 2),
                        Map.entry(Verdict.INVALID_ADDRESS, 1));
        assertThat(contacts.withEmail(workspace.id(), EmailAddress.of("new@example.com")))
                .as("planning makes no contact")
                .isEmpty();
    }

    @Test
    void tellsThatANewcomersAddressIsSuppressed() {
        Workspace workspace = aWorkspace();
        suppressions.add(
                workspace.id(), EmailAddress.of("gone@example.com"), SuppressionReason.BOUNCED, "550 gone", PORTICO);

        Plan plan = invitations.plan(workspace.id(), NOBODY, TypedAddress.parse("Gone@example.com\nnew@example.com"));

        assertThat(plan.counts()).isEqualTo(Map.of(Verdict.SUPPRESSED, 1, Verdict.INVITED, 1));
    }

    @Test
    void makesAContactOfATypedAddressThatNobodyHas() {
        Workspace workspace = aWorkspace();
        send(workspace, NOBODY, "Minji Kim <minji@example.com>");
        Contact made = contacts.withEmail(workspace.id(), EmailAddress.of("minji@example.com"))
                .orElseThrow();
        assertThat(made.source()).isEqualTo("portal invite");
        assertThat(made.name().full()).isEqualTo("Minji Kim");
        assertThat(made.state()).isEqualTo(MembershipState.INVITED);
        assertThat(factsAbout(workspace.id(), made)).contains("contact.created", "contact.invited");
    }

    @Test
    void aBadRowHoldsUpNobodyAndTheCountsAddUp() {
        Workspace workspace = aWorkspace();
        Contact silent = aContact().withoutAddress().in(workspace);
        RunId run = send(workspace, these(silent), "good@example.com\nbad\ngood@example.com");
        BatchProgress end = ended(workspace, run);
        assertThat(end.count(MailState.SENT)).isOne();
        assertThat(end.count(MailState.SKIPPED)).isEqualTo(3);
        assertThat(end.total()).isEqualTo(4);
    }

    @Test
    void invitingAgainCountsTheContactOnce() {
        Workspace workspace = aWorkspace();
        Contact contact = aContact().in(workspace);
        send(workspace, these(contact), "");
        var first = contacts.get(workspace.id(), contact.id()).standing().invitedAt();
        RunId again = send(workspace, these(contact), "");
        assertThat(ended(workspace, again).count(MailState.SKIPPED))
                .as("within the cooldown")
                .isOne();
        assertThat(contacts.get(workspace.id(), contact.id()).standing().invitedAt())
                .isEqualTo(first);
    }

    @Test
    void contactsStandAsTheLogSaysHoweverManyAreInvitedAtOnce() {
        Workspace workspace = aWorkspace();
        List<Contact> invited = List.of(
                aContact().in(workspace),
                aContact().invitedBut(InvitationState.REVOKED).in(workspace),
                aContact().invitedBut(InvitationState.BOUNCED).in(workspace));

        send(workspace, these(invited.toArray(Contact[]::new)), "");

        assertThat(invited).allSatisfy(contact -> {
            ActivityEntry fact = activity.about(workspace.id(), contact.id(), 10).stream()
                    .filter(entry -> entry.kind().equals("contact.invited"))
                    .findFirst()
                    .orElseThrow();
            assertThat(contacts.get(workspace.id(), contact.id()).standing())
                    .isEqualTo(json.treeToValue(fact.details().path("after"), Standing.class));
        });
    }

    @Test
    void writesTheFactsThatJavaWould() {
        Workspace workspace = aWorkspace();
        List<Contact> invited = List.of(
                aContact().in(workspace),
                standing(workspace, "2026-01-02T03:04:05Z", null),
                standing(workspace, "2026-01-02T03:04:05.600Z", "2026-02-03"),
                standing(workspace, "2026-01-02T03:04:05.000007Z", "2026-02-03"));

        RunId run = send(workspace, these(invited.toArray(Contact[]::new)), "Lee <lee@example.com>");

        assertThat(invited).allSatisfy(contact -> {
            Standing after = contacts.get(workspace.id(), contact.id()).standing();
            assertThat(detailsOf(workspace, contact, "contact.invited"))
                    .isEqualTo(json.valueToTree(
                            new ContactInvited(contact.id(), Optional.of(run), contact.standing(), after)));
            assertThat(after.invitation()).isEqualTo(InvitationState.PENDING);
        });
        Contact lee = contacts.withEmail(workspace.id(), EmailAddress.of("lee@example.com"))
                .orElseThrow();
        assertThat(detailsOf(workspace, lee, "contact.created"))
                .isEqualTo(json.valueToTree(new ContactCreated(lee.id(), "portal invite", List.of())));
    }

    private Contact standing(Workspace workspace, String invitedAt, String lastSeenOn) {
        Contact contact = aContact().in(workspace);
        var sql = """
                update contact set invitation = 'revoked', invited_at = ?::timestamptz, last_seen_on = ?::date
                where workspace_id = ? and id = ?""";
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql(sql)
                        .params(
                                invitedAt,
                                lastSeenOn,
                                workspace.id().value(),
                                contact.id().value())
                        .update());
        return contacts.get(workspace.id(), contact.id());
    }

    private JsonNode detailsOf(Workspace workspace, Contact contact, String kind) {
        return activity.about(workspace.id(), contact.id(), 10).stream()
                .filter(entry -> entry.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .details();
    }

    @Test
    void aVeryLargeRunIsNotedBehindTheStart() {
        Workspace workspace = aWorkspace();
        String list = IntStream.rangeClosed(1, InvitationStart.AT_ONCE + 100)
                .mapToObj(n -> "person-" + n + "@example.com")
                .collect(Collectors.joining("\n"));

        RunId run = send(workspace, NOBODY, list);

        assertThat(batches.progress(workspace.id(), run).total()).isEqualTo(InvitationStart.AT_ONCE + 100);
        var last = EmailAddress.of("person-" + (InvitationStart.AT_ONCE + 100) + "@example.com");
        Contact invited = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> contacts.withEmail(workspace.id(), last).orElseThrow(),
                        contact -> contact.state() == MembershipState.INVITED);
        batches.cancel(workspace.id(), run);
        assertThat(factsAbout(workspace.id(), invited)).containsOnlyOnce("contact.invited");
    }

    @Test
    void aRevokedInvitationKillsItsLinks() {
        Workspace workspace = aWorkspace();
        Contact contact = aContact().in(workspace);
        ended(workspace, send(workspace, these(contact), ""));
        assertThat(links.live(workspace.id(), contact.id()))
                .extracting(link -> link.purpose())
                .containsExactly(LinkPurpose.INVITATION);
        var reminded =
                new NewLink(contact.id(), LinkPurpose.AUTOMATION, Optional.empty(), LinkTarget.HOME, contact.email());
        links.make(workspace.id(), reminded, PORTICO);
        assertThat(invitations.revoke(workspace.id(), contact.id(), PORTICO)).isTrue();
        assertThat(links.live(workspace.id(), contact.id())).isEmpty();
        assertThat(contacts.get(workspace.id(), contact.id()).state()).isEqualTo(MembershipState.REVOKED);
        assertThat(invitations.revoke(workspace.id(), contact.id(), PORTICO)).isFalse();
    }

    @Test
    void anInvitationBouncesWithItsAddress() {
        Workspace workspace = aWorkspace();
        Contact contact = aContact().in(workspace);
        ended(workspace, send(workspace, these(contact), ""));
        suppress(workspace, contact, SuppressionReason.BOUNCED);
        suppress(workspace, contact, SuppressionReason.BOUNCED);
        assertThat(contacts.get(workspace.id(), contact.id()).state()).isEqualTo(MembershipState.BOUNCED);
        assertThat(factsAbout(workspace.id(), contact)).containsOnlyOnce("invitation.bounced");
        assertThat(invitations.of(workspace.id(), contact.id()).orElseThrow().state())
                .isEqualTo(InvitationState.BOUNCED);
    }

    @Test
    void anInvitationExpiresWhenItsTimeIsOver() {
        Workspace workspace = aWorkspace();
        Contact contact = aContact().in(workspace);
        ended(workspace, send(workspace, these(contact), ""));

        letTimePass(workspace, contact);
        ledger.expireDue();

        assertThat(contacts.get(workspace.id(), contact.id()).state()).isEqualTo(MembershipState.EXPIRED);
        assertThat(factsAbout(workspace.id(), contact)).containsOnlyOnce("invitation.expired");
    }

    @Test
    void anInvitationRenewedAtTheLastMomentDoesNotExpire() throws InterruptedException {
        Workspace workspace = aWorkspace();
        Contact contact = aContact().in(workspace);
        ended(workspace, send(workspace, these(contact), ""));
        letTimePass(workspace, contact);

        Thread expiry = Thread.ofVirtual().unstarted(ledger::expireDue);
        RunId run = tenancy.in(workspace.id(), () -> {
            RunId renewed = send(workspace, these(contact), "");
            expiry.start();
            Awaitility.await().until(this::somebodyWaits);
            return renewed;
        });
        expiry.join();

        assertThat(contacts.get(workspace.id(), contact.id()).state()).isEqualTo(MembershipState.INVITED);
        assertThat(ended(workspace, run).count(MailState.SENT)).isOne();
    }

    @Test
    void anInvitationOutlivesASuppressionByHand() {
        Workspace workspace = aWorkspace();
        Contact contact = aContact().in(workspace);
        ended(workspace, send(workspace, these(contact), ""));
        suppress(workspace, contact, SuppressionReason.BY_HAND);
        assertThat(contacts.get(workspace.id(), contact.id()).state()).isEqualTo(MembershipState.INVITED);
    }

    @Test
    void eachLoginEmailHasALinkOfItsOwn() {
        Workspace workspace = aWorkspace();
        List<Contact> three = List.of(
                aContact().in(workspace), aContact().in(workspace), aContact().in(workspace));
        RunId run = loginEmails.send(workspace.id(), these(three.toArray(Contact[]::new)), RunWords.NONE, PORTICO);
        assertThat(ended(workspace, run).count(MailState.SENT)).isEqualTo(3);
        assertThat(three)
                .allSatisfy(contact -> assertThat(links.live(workspace.id(), contact.id()))
                        .extracting(link -> link.purpose())
                        .containsExactly(LinkPurpose.LOGIN_EMAIL));
    }

    @Test
    void leavesContactsOfAnotherWorkspaceAlone() {
        Workspace workspace = aWorkspace();
        Contact stranger = aContact().in(aWorkspace());
        RunId run = send(workspace, these(stranger), "");
        assertThat(batches.progress(workspace.id(), run).total()).isZero();
    }

    /** As if the invitation had been sent so long ago that its time has just run out. */
    private void letTimePass(Workspace workspace, Contact contact) {
        var sql = """
                update invitation set last_sent_at = last_sent_at - interval '7 days', expires_at = last_sent_at
                where workspace_id = ? and contact_id = ?""";
        var mails = "update access_mail set written_at = written_at - interval '7 days' where workspace_id = ?";
        tenancy.run(workspace.id(), () -> {
            jdbc.sql(sql).params(workspace.id().value(), contact.id().value()).update();
            jdbc.sql(mails).param(workspace.id().value()).update();
        });
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private RunId send(Workspace workspace, Selection chosen, String typed) {
        return invitations.send(workspace.id(), chosen, TypedAddress.parse(typed), RunWords.NONE, PORTICO);
    }

    private BatchProgress ended(Workspace workspace, RunId run) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> batches.progress(workspace.id(), run), BatchProgress::isDone);
    }

    private static Selection these(Contact... contacts) {
        List<ContactId> ids = java.util.Arrays.stream(contacts).map(Contact::id).toList();
        return new Selection.These(ids);
    }

    private void suppress(Workspace workspace, Contact contact, SuppressionReason reason) {
        suppressions.add(workspace.id(), contact.email().orElseThrow(), reason, "550 5.1.1 no such user", PORTICO);
    }

    private static String addressOf(Contact contact) {
        return contact.email().orElseThrow().value();
    }
}
