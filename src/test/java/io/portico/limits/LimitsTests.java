package io.portico.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class LimitsTests extends PorticoTest {
    /** Far ahead, so that the node that runs meanwhile does not clear away what is counted here. */
    private static final Instant START = Instant.parse("2126-08-01T09:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    Tenancy tenancy;

    private final WorkspaceId acme = WorkspaceId.next(Clock.systemUTC());
    private final WorkspaceId other = WorkspaceId.next(Clock.systemUTC());
    private Limits limits = at(START);
    private SingleConnectionDataSource otherNode;

    @BeforeEach
    void anotherNode() {
        limits = at(START);
        otherNode = new SingleConnectionDataSource(connection(), true);
    }

    private Connection connection() {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stopTheOtherNode() {
        otherNode.destroy();
    }

    /** A node whose clock stands still. */
    private Limits at(Instant now) {
        return new Limits(new LimitStore(jdbc), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Knock askFor(String address, String ip, WorkspaceId workspace) {
        return Knock.at(Door.PORTAL_SIGN_IN, ip).in(workspace).by(address);
    }

    private static String anIp() {
        long bits = UUID.randomUUID().getLeastSignificantBits();
        return "2001:db8:%x:%x::1".formatted(bits & 0xffff, bits >> 16 & 0xffff);
    }

    private int admitted(int tries, java.util.function.IntFunction<Knock> knock) {
        return (int) IntStream.range(0, tries)
                .mapToObj(knock)
                .map(limits::knock)
                .filter(Admission.Admitted.class::isInstance)
                .count();
    }

    @Test
    void admitTenMailsForOneAddressAndThenOneAfterNinetySeconds() {
        assertThat(admitted(15, i -> askFor("a@example.com", anIp(), acme))).isEqualTo(10);
        assertThat(limits.knock(askFor("a@example.com", anIp(), acme)))
                .isEqualTo(new Admission.Refused(Duration.ofSeconds(90)));

        limits = at(START.plusSeconds(90).minusMillis(1));
        assertThat(admitted(2, i -> askFor("a@example.com", anIp(), acme))).isZero();
        limits = at(START.plusSeconds(90));
        assertThat(admitted(2, i -> askFor("a@example.com", anIp(), acme))).isOne();
    }

    @Test
    void countAnotherAddressAndAnotherWorkspaceApart() {
        assertThat(admitted(10, i -> askFor("b@example.com", anIp(), acme))).isEqualTo(10);

        assertThat(admitted(1, i -> askFor("c@example.com", anIp(), acme))).isOne();
        assertThat(admitted(1, i -> askFor("b@example.com", anIp(), other))).isOne();
    }

    @Test
    void countAnIpv4AddressByItselfAndAnIpv6NetworkWhole() {
        int most = 300;
        assertThat(admitted(most + 20, i -> askFor(i + "@example.com", "203.0.113.9", acme)))
                .isEqualTo(most);
        assertThat(admitted(1, i -> askFor("d@example.com", "203.0.113.10", acme)))
                .isOne();
        assertThat(admitted(1, i -> askFor("d@example.com", "::ffff:203.0.113.9", acme)))
                .isZero();

        assertThat(admitted(
                        most + 20, i -> askFor(i + "@example.net", "2001:db8:7:8::" + Integer.toHexString(i), acme)))
                .isEqualTo(most);
        assertThat(admitted(1, i -> askFor("e@example.com", "2001:db8:7:8:ffff::1", acme)))
                .isZero();
        assertThat(admitted(1, i -> askFor("e@example.com", "2001:db8:7:9::1", acme)))
                .isOne();
    }

    @Test
    void countANetworkOverAllWorkspaces() {
        String ip = anIp();
        admitted(300, i -> askFor(i + "@example.com", ip, acme));

        assertThat(admitted(1, i -> askFor("f@example.com", ip, other))).isZero();
    }

    @Test
    void countAgainstNothingWhatOneLimitRefuses() {
        String busy = anIp();
        admitted(10, i -> askFor("g@example.com", busy, acme));
        long before = freeAt(Door.PORTAL_SIGN_IN, Measure.WORKSPACE, acme + " " + acme);
        admitted(500, i -> askFor("g@example.com", busy, acme));

        assertThat(freeAt(Door.PORTAL_SIGN_IN, Measure.WORKSPACE, acme + " " + acme))
                .isEqualTo(before);
        assertThat(admitted(290, i -> askFor(i + "@example.org", busy, acme))).isEqualTo(290);
    }

    private long freeAt(Door door, Measure measure, String value) {
        return jdbc.sql("select free_at from limit_tally where key = ?")
                .param(TallyKey.of(door, measure, value))
                .query(Long.class)
                .single();
    }

    @Test
    void limitAWorkspace() {
        WorkspaceId third = WorkspaceId.next(Clock.systemUTC());
        jdbc.sql("insert into limit_tally (key, weight, free_at) values (?, 1, ?)")
                .params(
                        TallyKey.of(Door.PORTAL_SIGN_IN, Measure.WORKSPACE, third + " " + third),
                        START.plusSeconds(3600).toEpochMilli() * 1000)
                .update();

        assertThat(admitted(1, i -> askFor("h@example.com", anIp(), third))).isZero();
    }

    @Test
    void limitAContact() {
        assertThat(admitted(20, i -> Knock.at(Door.RENEWAL, anIp()).in(acme).about("kim")))
                .isEqualTo(10);
    }

    @Test
    void forgiveWhatWasRight() {
        for (int i = 0; i < 50; i++) {
            Knock right = Knock.at(Door.CODE, "203.0.113.77").in(acme).by("i@example.com");
            assertThat(limits.knock(right)).isInstanceOf(Admission.Admitted.class);
            limits.forgive(right);
        }
        assertThat(admitted(
                        20, i -> Knock.at(Door.CODE, "203.0.113.77").in(acme).by("i@example.com")))
                .isEqualTo(15);
    }

    @Test
    void holdOverNodesAndForFirstKnocksAtTheSameMoment() {
        var second = new Limits(new LimitStore(JdbcClient.create(database)), Clock.fixed(START, ZoneOffset.UTC));
        for (int round = 0; round < 10; round++) {
            String address = "together-" + round + "@example.com";
            long admitted = IntStream.range(0, 100)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> (i % 2 == 0 ? limits : second).knock(askFor(address, anIp(), acme)),
                            task -> Thread.ofVirtual().start(task)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(Admission.Admitted.class::isInstance)
                    .count();

            assertThat(admitted).isEqualTo(10);
        }
    }

    /** Its row is not there yet when the knock looks, and is there, used up, when it counts. */
    @Test
    void refuseAFirstKnockThatAnotherNodesFirstKnockHasJustOvertaken() throws Exception {
        Knock knock = askFor("overtaken@example.com", anIp(), acme);
        CompletableFuture<Admission> answer;
        try (var overtaking = connection()) {
            overtaking.setAutoCommit(false);
            for (Knock.Tally tally : knock.tallies()) {
                useUp(overtaking, tally);
            }
            answer = CompletableFuture.supplyAsync(() -> limits.knock(knock));
            await().until(() -> waitingForARow() > 0);
            overtaking.commit();
            overtaking.setAutoCommit(true);
        }

        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Admission.Refused.class);
    }

    private static void useUp(Connection node, Knock.Tally tally) throws SQLException {
        try (var insert = node.prepareStatement("insert into limit_tally (key, weight, free_at) values (?, ?, ?)")) {
            insert.setObject(1, tally.key());
            insert.setLong(2, tally.limit().weight().toNanos() / 1_000);
            insert.setLong(
                    3,
                    ChronoUnit.MICROS.between(
                            Instant.EPOCH, START.plus(tally.limit().period())));
            insert.executeUpdate();
        }
    }

    private int waitingForARow() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%limit_tally%'""").query(Integer.class).single();
    }

    @Test
    void outliveANode() {
        admitted(10, i -> askFor("j@example.com", anIp(), acme));
        var restarted = new Limits(new LimitStore(JdbcClient.create(otherNode)), Clock.fixed(START, ZoneOffset.UTC));

        assertThat(restarted.knock(askFor("j@example.com", anIp(), acme))).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void forgetWhatNoLongerCounts() {
        var store = new LimitStore(jdbc);
        limits.knock(askFor("k@example.com", anIp(), acme));

        var key = TallyKey.of(Door.PORTAL_SIGN_IN, Measure.ADDRESS, acme + " k@example.com");
        store.forget(START.plusSeconds(89));
        assertThat(isKept(key)).isTrue();
        store.forget(START.plusSeconds(91));
        assertThat(isKept(key)).isFalse();
    }

    private boolean isKept(UUID key) {
        return jdbc.sql("select exists (select from limit_tally where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** Some 300 µs on two cores that do nothing else. */
    @Test
    @Tag("soak")
    void costLittle() {
        int knocks = 20_000;
        long start = 0;
        for (int i = -knocks; i < knocks; i++) {
            start = i == 0 ? System.nanoTime() : start;
            limits.knock(askFor("m" + i % 5_000 + "@example.com", anIp(), WorkspaceId.next(Clock.systemUTC())));
        }

        assertThat(Duration.ofNanos((System.nanoTime() - start) / knocks)).isLessThan(Duration.ofMillis(2));
    }

    @Test
    void areNotCountedWithinATransactionOfSomethingElse() {
        var workspace = aWorkspace();

        assertThatIllegalStateException()
                .isThrownBy(() -> tenancy.run(
                        workspace.id(), () -> limits.knock(askFor("l@example.com", anIp(), workspace.id()))));
    }

    @Test
    void keepNoAddressInTheirTable() {
        limits.knock(askFor("secret@example.com", "203.0.113.99", acme));

        assertThat(jdbc.sql("select string_agg(t::text, ' ') from limit_tally t")
                        .query(String.class)
                        .single())
                .doesNotContain("secret")
                .doesNotContain("203.0.113");
    }
}
