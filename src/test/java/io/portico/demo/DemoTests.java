package io.portico.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.access.Device;
import io.portico.access.OperatorSignIn;
import io.portico.access.OperatorSignInResult;
import io.portico.activity.ActivityEntry;
import io.portico.activity.ActivityFilter;
import io.portico.contacts.Contact;
import io.portico.contacts.MembershipState;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import io.portico.contacts.Standing;
import io.portico.dashboard.Counts;
import io.portico.dashboard.Figure;
import io.portico.dashboard.Figures;
import io.portico.dashboard.TrendRange;
import io.portico.domains.Certificates;
import io.portico.kernel.ContactId;
import io.portico.kernel.Slug;
import io.portico.outreach.Runs;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(properties = {"portico.demo=true", "portico.data=target/test-data/${portico.fork:1}/demo"})
class DemoTests extends PorticoTest {
    @Autowired
    private Demo demo;

    @Autowired
    private DemoPassword password;

    @Autowired
    private People people;

    @Autowired
    private Figures figures;

    @Autowired
    private Runs runs;

    @Autowired
    private OperatorSignIn signIn;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Certificates certificates;

    private Workspace acme;

    @BeforeEach
    void findTheDemo() {
        acme = workspaces.withSlug(new Slug("acme")).orElseThrow();
    }

    @Test
    void hasSome500ContactsInEveryState() {
        assertThat(all()).hasSizeBetween(480, 520);
        assertThat(all()).extracting(Contact::state).contains(MembershipState.values());
    }

    @Test
    void mayHaveACertificateAtOnce() {
        await().atMost(Duration.ofSeconds(10)).until(() -> certificates.mayBeIssuedFor("acme.localhost"));
    }

    @Test
    void hasNobodyAtAnAddressThatCouldBeSomebodys() {
        assertThat(all())
                .flatExtracting(contact -> contact.email().stream().toList())
                .extracting(email -> email.domain())
                .containsOnly("example.com", "example.org", "example.net");
    }

    @Test
    void countsTheSameFromTheLogFromTheRowsAndAnew() {
        Counts fromTheLog = counts();

        assertThat(fromTheLog).isEqualTo(fromTheRows());
        figures.rebuild(acme.id());
        assertThat(counts()).isEqualTo(fromTheLog);
        assertThat(fromTheLog.numbers().values()).doesNotContain(0L);
    }

    @Test
    void leavesEveryContactAsTheLastFactSays() {
        Map<ContactId, Standing> standings = new HashMap<>();
        for (ActivityEntry entry : log()) {
            JsonNode before = entry.details().path("before");
            if (before.isObject()) {
                Standing known = standings.getOrDefault(entry.contact().orElseThrow(), Standing.NONE);
                assertThat(json.treeToValue(before, Standing.class))
                        .as(entry.toString())
                        .isEqualTo(known);
                standings.put(
                        entry.contact().orElseThrow(),
                        json.treeToValue(entry.details().path("after"), Standing.class));
            }
        }

        assertThat(all()).allSatisfy(contact -> assertThat(contact.standing()).isEqualTo(standings.get(contact.id())));
    }

    @Test
    void happenedInOrderInTheLast90Days() {
        assertThat(log())
                .extracting(ActivityEntry::at)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(Instant.now().minus(Duration.ofDays(92)), Instant.now()));
    }

    @Test
    void keepsALedgerOfEveryRun() {
        assertThat(runs.page(acme.id(), Optional.empty(), 1000))
                .hasSizeGreaterThan(3)
                .allSatisfy(run -> assertThat(rows(
                                "select count(*) from outbox where batch_id = ?::uuid and state not in ('queued', 'claimed')",
                                run.id().toString()))
                        .isPositive());
        assertThat(rows("select count(*) from outbox where state = 'sent' and not delivered_to_mailbox"))
                .isZero();
        assertThat(rows("select count(distinct state) from outbox")).isEqualTo(3);
    }

    @Test
    void agreesOnInvitationsWithTheContacts() {
        assertThat(rows("""
                select count(*) from contact c full join invitation i on i.workspace_id = c.workspace_id and i.contact_id = c.id
                where c.invitation is distinct from nullif(replace(i.state, 'accepted', 'pending'), '')
                    or (i.state = 'accepted' and c.joined_at is null)
                    or c.invited_at is distinct from i.first_sent_at""")).isZero();
        assertThat(rows("""
                select count(*) from contact c where c.joined_at is distinct from (
                    select min(s.created_at) from session s where s.contact_id = c.id)""")).isZero();
    }

    @Test
    void letsTheOwnerInWithThePrintedPassword() {
        String owner = demo.told().get(1).replaceAll(".*Sign in as (\\S+) with.*", "$1");

        assertThat(demo.told().get(1)).endsWith(password.text());
        assertThat(signIn.signIn(owner, password.text(), new Device("127.0.0.1", "test")))
                .isInstanceOf(OperatorSignInResult.SignedIn.class);
    }

    @Test
    void hasAMemberWhosePasswordNobodyKnows() {
        assertThat(signIn.signIn("hana@example.com", "some password or other", new Device("127.0.0.1", "test")))
                .isInstanceOf(OperatorSignInResult.Refused.class);
    }

    @Test
    void isLoadedOnceHoweverOftenItIsAskedFor() {
        List<String> told = demo.told();
        int facts = log().size();

        assertThat(demo.bringIn()).isEqualTo(Demo.State.THERE_ALREADY);
        assertThat(demo.told()).isEqualTo(told);
        assertThat(log()).hasSize(facts);
    }

    private List<Contact> all() {
        return people.next(acme.id(), new Selection.Matching(PeopleFilter.ALL), Optional.empty(), 1000);
    }

    private List<ActivityEntry> log() {
        return activity.page(acme.id(), ActivityFilter.ALL, Long.MAX_VALUE, 100_000)
                .reversed();
    }

    private Counts counts() {
        return figures.of(acme, TrendRange.DAYS_90).counts();
    }

    private Counts fromTheRows() {
        Map<Figure, Long> counts = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            var filter = new PeopleFilter("", Optional.of(figure.group()), Optional.empty());
            counts.put(figure, people.count(acme.id(), new Selection.Matching(filter)));
        }
        return new Counts(counts);
    }

    private long rows(String sql, Object... params) {
        return tenancy.in(
                acme.id(), () -> jdbc.sql(sql).params(params).query(Long.class).single());
    }
}
