package io.portico.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.AccessPolicies;
import io.portico.access.AccessPolicy;
import io.portico.access.ContactSessions;
import io.portico.access.Lifetime;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.outreach.Invitations;
import io.portico.outreach.RunWords;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class AccessPolicyPagesTests extends ConsoleTest {
    @Autowired
    AccessPolicies policies;

    @Autowired
    MagicLinks links;

    @Autowired
    ContactSessions sessions;

    private Workspace acme;
    private Visitor owner;

    @BeforeEach
    void anOwner() {
        acme = aWorkspace();
        owner = signedIn(acme, Role.OWNER);
    }

    private String path() {
        return "/w/" + acme.slug() + "/settings/access";
    }

    private Page save(Visitor visitor, String... changes) {
        List<String> fields = new ArrayList<>(List.of(
                "operator-link",
                "1",
                "operator-link-unit",
                "hours",
                "chosen-link",
                "30",
                "chosen-link-unit",
                "days",
                "self-link",
                "15",
                "self-link-unit",
                "minutes",
                "login-email-link",
                "1",
                "login-email-link-unit",
                "days",
                "invitation-link",
                "7",
                "invitation-link-unit",
                "days"));
        fields.addAll(List.of(
                "automation-link",
                "24",
                "automation-link-unit",
                "hours",
                "session-idle",
                "30",
                "session-idle-unit",
                "days",
                "session-absolute",
                "90",
                "session-absolute-unit",
                "days"));
        for (int i = 0; i < changes.length; i += 2) {
            fields.set(fields.indexOf(changes[i]) + 1, changes[i + 1]);
        }
        return visitor.post(path(), fields.toArray(String[]::new));
    }

    private Duration set(Lifetime lifetime) {
        return policies.of(acme.id()).of(lifetime);
    }

    @Test
    void showEachLifetimeInItsLargestUnitWithItsCaps() {
        assertThat(owner.get(path()).body())
                .contains("name=\"self-link\" type=\"text\" inputmode=\"numeric\" value=\"15\"")
                .contains("From 5 minutes to 1 hour.", "From 5 minutes to 30 days.", "From 15 minutes to 365 days.")
                .contains("<option value=\"minutes\" selected>", "<option value=\"days\" selected>");
        assertThat(owner.get("/w/" + acme.slug() + "/settings").body()).contains("href=\"" + path() + "\"");
    }

    @Test
    void saveWhatWasTypedAndTellTheLog() {
        Page answer = save(owner, "self-link", " ３０ ", "session-idle", "12", "session-idle-unit", "hours");

        assertThat(answer.location()).isEqualTo(path());
        assertThat(owner.get(path()).body()).contains("The lifetimes were saved.", "value=\"30\"");
        assertThat(set(Lifetime.SELF_LINK)).isEqualTo(Duration.ofMinutes(30));
        assertThat(set(Lifetime.SESSION_IDLE)).isEqualTo(Duration.ofHours(12));
        assertThat(set(Lifetime.INVITATION_LINK)).isEqualTo(Duration.ofDays(7));
        var entry = activity.latest(acme.id(), 1).getFirst();
        assertThat(entry.kind()).isEqualTo("access_policy.changed");
        assertThat(entry.details().toString()).contains("\"self-link\":\"PT15M\"", "\"self-link\":\"PT30M\"");
        assertThat(entry.address()).isPresent();
    }

    @Test
    void tellNothingWhenNothingChanged() {
        save(owner);

        assertThat(policies.of(acme.id())).isEqualTo(AccessPolicy.USUAL);
        assertThat(facts(acme.id())).doesNotContain("access_policy.changed");
    }

    @ParameterizedTest
    @CsvSource({
        "self-link, 61, '1 hour is the longest', '61 minutes is too long'",
        "self-link, 4, '5 minutes is the shortest', '4 minutes is too short'",
        "operator-link, 999999, '30 days is the longest', 'is too long'",
        "chosen-link, 31, '30 days is the longest', '31 days is too long'",
        "login-email-link, 8, '7 days is the longest', '8 days is too long'",
        "invitation-link, 31, '30 days is the longest', '31 days is too long'",
        "automation-link, 169, '7 days is the longest', '169 hours is too long'",
        "session-idle, 91, '90 days is the longest', '91 days is too long'",
        "session-absolute, 366, '365 days is the longest', '366 days is too long'",
        "session-absolute, 29, 'which is 29 days', '30 days is longer than'",
        "self-link, 0, '5 minutes is the shortest', 'is too short'",
        "self-link, '', 'Type a whole number', ''",
        "self-link, 1.5, 'Type a whole number', ''",
        "self-link, -5, 'Type a whole number', ''",
        "self-link, 99999999999999999999, 'Type a whole number', ''",
        "self-link-unit, weeks, 'Type a whole number', ''"
    })
    void tellBesideTheFieldWhatWasFoundAndWhatIsNeeded(String field, String typed, String needed, String found) {
        Page page = save(owner, field, typed);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("field-error", "aria-invalid=\"true\"", needed, found);
        assertThat(page.body()).contains(field.equals("invitation-link") ? "value=\"24\"" : "value=\"7\"");
        if (!field.endsWith("unit")) {
            assertThat(page.body()).contains("value=\"" + typed + "\"");
        }
        assertThat(policies.of(acme.id())).isEqualTo(AccessPolicy.USUAL);
    }

    @Test
    void missNothingWhenTheFormIsEmpty() {
        assertThat(owner.post(path()).status()).isEqualTo(422);
        assertThat(policies.of(acme.id())).isEqualTo(AccessPolicy.USUAL);
    }

    @Test
    void speakKorean() {
        owner.post("/language", "language", "ko", "back", path());

        assertThat(owner.get(path()).body()).contains("링크와 세션의 유효 기간", "5분에서 1시간까지.");
        assertThat(save(owner, "self-link", "61").body()).contains("61분은 너무 깁니다. 최대 1시간까지 가능합니다.");
    }

    @Test
    void offerOperatorsWhatThePolicyAllows() {
        save(owner, "operator-link", "45", "operator-link-unit", "minutes", "chosen-link", "2");
        Contact kim = aContact().in(acme);
        String form = owner.get("/w/" + acme.slug() + "/magic-link?contact=" + kim.id())
                .body();

        assertThat(form)
                .contains("<option value=\"PT45M\" selected>45 minutes", ">2 days<", ">1 day<")
                .doesNotContain(">7 days<", ">30 days<");
        owner.post("/w/" + acme.slug() + "/magic-link", "contact", kim.id().toString(), "lifetime", "PT720H");
        var link = links.live(acme.id(), kim.id()).getFirst();
        assertThat(Duration.between(link.createdAt(), link.expiresAt())).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void endTheSessionsOfClientsWhoAreSignedInAlready() {
        Contact kim = aContact().in(acme);
        var wanted = new NewLink(kim.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        var client = new Visitor(installation.port(), acme.slug() + ".localhost");
        client.post(links.make(acme.id(), wanted, PORTICO).url().getPath());
        tenancy.run(
                acme.id(),
                () -> jdbc.sql("update session set last_used_at = now() - interval '1 hour'")
                        .update());
        assertThat(sessions.of(acme.id(), kim.id())).hasSize(1);
        save(owner, "session-idle", "30", "session-idle-unit", "minutes");

        assertThat(client.get("/profile").location()).startsWith("/sign-in");
        assertThat(owner.get("/w/" + acme.slug() + "/people/" + kim.id()).body())
                .contains("Not signed in anywhere");
    }

    @Autowired
    Invitations invitations;

    @Test
    void decideHowLongAnInvitationIsOpen() {
        save(owner, "invitation-link", "2");
        Contact kim = aContact().in(acme);
        invitations.send(acme.id(), Selection.of(kim.id()), List.of(), RunWords.NONE, PORTICO);

        var invitation = invitations.of(acme.id(), kim.id()).orElseThrow();
        assertThat(Duration.between(invitation.lastSentAt(), invitation.expiresAt()))
                .isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource({"OWNER,303", "ADMIN,303", "MEMBER,403", "VIEWER,403"})
    void areForWhoManagesTheWorkspace(Role role, int status) {
        assertThat(save(signedIn(acme, role)).status()).isEqualTo(status);
    }
}
