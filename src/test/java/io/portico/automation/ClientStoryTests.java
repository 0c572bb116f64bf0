package io.portico.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.access.Device;
import io.portico.access.MovableClock;
import io.portico.access.RedeemResult;
import io.portico.access.Redemption;
import io.portico.contacts.Contact;
import io.portico.contacts.MembershipState;
import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import io.portico.kernel.Secret;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** From a tag to a member: invites, waits while the clock moves, reminds with a fresh link. */
@Import(MovableClock.InPlace.class)
@TestPropertySource(properties = "portico.data=target/test-data/lifetimes")
class ClientStoryTests extends PorticoTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Pattern LINK = Pattern.compile("/in/([A-Za-z0-9_-]{43})");

    @Autowired
    Automations automations;

    @Autowired
    AutomationHistory past;

    @Autowired
    Tagging tagging;

    @Autowired
    Redemption redemption;

    @Autowired
    MovableClock clock;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    private List<String> letters(Workspace workspace, Contact contact) {
        var sql = "select source from mailbox_mail where recipient = ? order by received_at, id";
        return tenancy
                .in(
                        workspace.id(),
                        () -> jdbc.sql(sql)
                                .param(contact.email().orElseThrow().value())
                                .query(String.class)
                                .list())
                .stream()
                .map(source -> source.replace("=\r\n", ""))
                .toList();
    }

    private Secret linkIn(String letter) {
        return LINK.matcher(letter)
                .results()
                .map(found -> Secret.parse(found.group(1)).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leadsWhoeverGetsTheTagIntoThePortal() {
        Workspace acme = aWorkspace();
        automations.switchOn(acme.id(), Recipe.INVITE_CLIENTS, "Clients", PORTICO);
        Contact kim = aContact().in(acme);
        Contact other = aContact().in(acme);
        tagging.add(acme.id(), Selection.of(other.id()), "lead", PORTICO);
        tagging.add(acme.id(), Selection.of(kim.id()), Recipe.TAG, PORTICO);

        await().atMost(LONG).until(() -> letters(acme, kim).size() == 1);
        assertThat(contacts.get(acme.id(), kim.id()).state()).isEqualTo(MembershipState.INVITED);
        Automation clients = automations.of(acme.id(), Recipe.INVITE_CLIENTS).orElseThrow();
        assertThat(past.attendance(acme.id(), clients.id())).isEqualTo(new Attendance(1, 0));

        clock.advance(Duration.ofDays(3).plusMinutes(1));
        await().atMost(LONG).until(() -> letters(acme, kim).size() == 2);
        Secret invited = linkIn(letters(acme, kim).getFirst());
        Secret fresh = linkIn(letters(acme, kim).getLast());
        assertThat(fresh.reveal()).isNotEqualTo(invited.reveal());

        assertThat(redemption.byLink(acme.id(), fresh, new Device("203.0.113.7", "Phone")))
                .isInstanceOf(RedeemResult.SignedIn.class);
        assertThat(contacts.get(acme.id(), kim.id()).state()).isEqualTo(MembershipState.JOINED);
        assertThat(AutomationTest.steps(past, acme, kim))
                .extracting(line -> line.step().kind().word() + " " + line.outcome())
                .containsExactly("send-mail MAILED", "wait-for NOT_IN_TIME", "invite MAILED");
        assertThat(letters(acme, other)).isEmpty();
    }
}
