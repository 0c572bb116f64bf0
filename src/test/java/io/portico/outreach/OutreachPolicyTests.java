package io.portico.outreach;

import static io.portico.tenancy.Timestamps.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rule is SQL, for a hundred thousand at once. Here it is told once more in Java, for one, and both must agree on
 * everybody there can be.
 */
class OutreachPolicyTests extends PorticoTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    /** The mails that let in which the address got; the latest is so many seconds old. */
    private enum Got {
        NONE(0, 0),
        ONE_JUST_NOW(1, 59),
        ONE_A_MINUTE_AGO(1, 60),
        NINETEEN(19, 3600),
        TWENTY(20, 3600),
        TWENTY_YESTERDAY(20, 86_400);

        private final int mails;
        private final int secondsAgo;

        Got(int mails, int secondsAgo) {
            this.mails = mails;
            this.secondsAgo = secondsAgo;
        }
    }

    /** A mail that lets in and has not left yet. */
    private enum Waits {
        NONE,
        DUE,
        /** Ordered half a minute ago, for tomorrow. */
        PLANNED_JUST_NOW,
        /** Ordered an hour ago, for tomorrow. */
        PLANNED_BEFORE,
        IN_A_PAUSED_RUN,
        SENT
    }

    private enum LastInvited {
        NEVER,
        WITHIN_THE_COOLDOWN,
        BEFORE
    }

    private record Somebody(
            UUID id,
            boolean hasAddress,
            boolean disabled,
            boolean suppressed,
            boolean joined,
            boolean everInvited,
            LastInvited lastInvited,
            Got got,
            Waits waits) {
        String email() {
            return "p" + id + "@example.com";
        }
    }

    @Test
    void agreesOnEverybodyThereCanBe() {
        WorkspaceId workspace = aWorkspace().id();
        List<Somebody> all = everybody();
        enter(workspace, all);

        Map<UUID, String> invited = judged(workspace, RunKind.INVITATIONS);
        Map<UUID, String> mailed = judged(workspace, RunKind.LOGIN_EMAILS);

        assertThat(all).hasSize(32 * 3 * 6 * 6);
        assertThat(all).allSatisfy(one -> {
            assertThat(invited).containsEntry(one.id(), invitation(one).word());
            assertThat(mailed).containsEntry(one.id(), loginEmail(one).word());
        });
    }

    @Test
    void everyVerdictIsMet() {
        List<Verdict> met = everybody().stream()
                .flatMap(one -> Stream.of(invitation(one), loginEmail(one)))
                .distinct()
                .toList();

        assertThat(met)
                .containsExactlyInAnyOrder(
                        Verdict.INVITED,
                        Verdict.INVITED_AGAIN,
                        Verdict.LOGIN_EMAIL,
                        Verdict.ALREADY_JOINED,
                        Verdict.DISABLED,
                        Verdict.SUPPRESSED,
                        Verdict.NO_ADDRESS,
                        Verdict.COOLDOWN,
                        Verdict.DAILY_LIMIT);
    }

    private static Verdict invitation(Somebody one) {
        return cannotBeMailed(one).orElseGet(() -> {
            if (one.joined()) {
                return Verdict.ALREADY_JOINED;
            }
            if (one.lastInvited() == LastInvited.WITHIN_THE_COOLDOWN) {
                return Verdict.COOLDOWN;
            }
            return mailedTooOften(one).orElse(one.everInvited() ? Verdict.INVITED_AGAIN : Verdict.INVITED);
        });
    }

    private static Verdict loginEmail(Somebody one) {
        return cannotBeMailed(one).or(() -> mailedTooOften(one)).orElse(Verdict.LOGIN_EMAIL);
    }

    private static Optional<Verdict> cannotBeMailed(Somebody one) {
        if (one.disabled()) {
            return Optional.of(Verdict.DISABLED);
        }
        if (!one.hasAddress()) {
            return Optional.of(Verdict.NO_ADDRESS);
        }
        return one.suppressed() ? Optional.of(Verdict.SUPPRESSED) : Optional.empty();
    }

    private static Optional<Verdict> mailedTooOften(Somebody one) {
        boolean waits = one.waits() == Waits.DUE || one.waits() == Waits.PLANNED_JUST_NOW;
        if (waits || one.got() == Got.ONE_JUST_NOW) {
            return Optional.of(Verdict.COOLDOWN);
        }
        return one.got() == Got.TWENTY ? Optional.of(Verdict.DAILY_LIMIT) : Optional.empty();
    }

    private static List<Somebody> everybody() {
        List<Somebody> all = new ArrayList<>();
        for (int flags = 0; flags < 32; flags++) {
            for (LastInvited invited : LastInvited.values()) {
                for (Got got : Got.values()) {
                    for (Waits waits : Waits.values()) {
                        all.add(new Somebody(
                                new UUID(7, all.size()),
                                (flags & 1) != 0,
                                (flags & 2) != 0,
                                (flags & 4) != 0,
                                (flags & 8) != 0,
                                (flags & 16) != 0,
                                invited,
                                got,
                                waits));
                    }
                }
            }
        }
        return all;
    }

    private Map<UUID, String> judged(WorkspaceId workspace, RunKind kind) {
        var all = new Rows(
                "select * from contact where workspace_id = :workspace", Map.of("workspace", workspace.value()));
        var audience = new Audience(kind, all, new TypedList(List.of()));
        Map<UUID, String> verdicts = new HashMap<>();
        tenancy.run(
                workspace,
                () -> jdbc.sql("select id, verdict from (%s) j".formatted(audience.judged()))
                        .params(audience.params(NOW))
                        .query(row -> {
                            verdicts.put(row.getObject("id", UUID.class), row.getString("verdict"));
                        }));
        return verdicts;
    }

    private void enter(WorkspaceId workspace, List<Somebody> all) {
        tenancy.run(workspace, () -> {
            enterContacts(workspace, all);
            enterMails(workspace, all);
        });
    }

    private void enterContacts(WorkspaceId workspace, List<Somebody> all) {
        var contacts = """
                insert into contact (workspace_id, id, first_name, source, created_at, updated_at, email, email_key,
                    disabled_at, joined_at, invited_at)
                select :workspace, p.id, '', 'test', :now, :now, p.email, p.email,
                    case when p.disabled then :now end, case when p.joined then :now end,
                    case when p.invited then :now end
                from unnest(:ids::uuid[], :emails::text[], :disabled::boolean[], :joined::boolean[], :invited::boolean[])
                    as p(id, email, disabled, joined, invited)""";
        jdbc.sql(contacts)
                .param("workspace", workspace.value())
                .param("now", utc(NOW.minusSeconds(7200)))
                .param("ids", all.stream().map(Somebody::id).toArray(UUID[]::new))
                .param(
                        "emails",
                        all.stream()
                                .map(one -> one.hasAddress() ? one.email() : null)
                                .toArray(String[]::new))
                .param("disabled", all.stream().map(Somebody::disabled).toArray(Boolean[]::new))
                .param("joined", all.stream().map(Somebody::joined).toArray(Boolean[]::new))
                .param("invited", all.stream().map(Somebody::everInvited).toArray(Boolean[]::new))
                .update();
        var suppressions = """
                insert into suppression (workspace_id, email_key, reason, created_at)
                select :workspace, email, 'by-hand', :now from unnest(:emails::text[]) as email""";
        jdbc.sql(suppressions)
                .param("workspace", workspace.value())
                .param("now", utc(NOW))
                .param("emails", emails(all.stream().filter(Somebody::suppressed)))
                .update();
        enterInvitations(workspace, all, LastInvited.BEFORE, NOW.minus(OutreachPolicy.INVITATION_COOLDOWN));
        enterInvitations(
                workspace,
                all,
                LastInvited.WITHIN_THE_COOLDOWN,
                NOW.minus(OutreachPolicy.INVITATION_COOLDOWN).plusMillis(1));
    }

    private void enterInvitations(WorkspaceId workspace, List<Somebody> all, LastInvited which, Instant sent) {
        var sql = """
                insert into invitation (workspace_id, id, contact_id, first_sent_at, last_sent_at, expires_at, state)
                select :workspace, id, id, :sent, :sent, :sent, 'revoked' from unnest(:ids::uuid[]) as id""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("sent", utc(sent))
                .param("ids", ids(all.stream().filter(one -> one.lastInvited() == which)))
                .update();
    }

    private void enterMails(WorkspaceId workspace, List<Somebody> all) {
        var got = """
                insert into access_mail (workspace_id, email_key, mail_id, by_request, written_at)
                select :workspace, email, gen_random_uuid(), false, :last::timestamptz - n * interval '1 second'
                from unnest(:emails::text[]) as email, generate_series(0, :mails - 1) as n""";
        for (Got each : Got.values()) {
            jdbc.sql(got)
                    .param("workspace", workspace.value())
                    .param("last", utc(NOW.minusSeconds(each.secondsAgo)))
                    .param("emails", emails(all.stream().filter(one -> one.got() == each)))
                    .param("mails", each.mails)
                    .update();
        }
        for (Waits each : Waits.values()) {
            if (each != Waits.NONE) {
                enterWaiting(workspace, each, ids(all.stream().filter(one -> one.waits() == each)));
            }
        }
    }

    /** All are held, by their run's pause or until it prepares them, so no worker takes one meanwhile. */
    private void enterWaiting(WorkspaceId workspace, Waits how, UUID... ids) {
        var sql = """
                insert into outbox (workspace_id, id, kind, recipient_id, priority, state, held_by, due_at, give_up_at,
                    created_at)
                select :workspace, gen_random_uuid(), 'login-email', id, 10, :state, :heldBy, :due, :due, :ordered
                from unnest(:ids::uuid[]) as id""";
        boolean planned = how == Waits.PLANNED_BEFORE || how == Waits.PLANNED_JUST_NOW;
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("state", how == Waits.SENT ? "sent" : "queued")
                .param("heldBy", how == Waits.IN_A_PAUSED_RUN ? 1 : 4)
                .param("due", utc(planned ? NOW.plusSeconds(86_400) : NOW))
                .param("ordered", utc(NOW.minusSeconds(how == Waits.PLANNED_JUST_NOW ? 30 : 3600)))
                .param("ids", ids)
                .update();
    }

    private static UUID[] ids(Stream<Somebody> some) {
        return some.map(Somebody::id).toArray(UUID[]::new);
    }

    private static String[] emails(Stream<Somebody> some) {
        return some.map(Somebody::email).toArray(String[]::new);
    }
}
