package io.portico.outreach;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.mail.AccessMailHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Who gets an invitation or a login e-mail, and who does not and why: the one home of that rule. It is a text of SQL,
 * because it decides over a hundred thousand at once, as well as over one; {@code OutreachPolicyTests} walks through all
 * combinations.
 *
 * <p>It decides over rows with what {@link Audience#KNOWN} collects about a contact or an address.
 */
final class OutreachPolicy {
    /** The same contact is not invited again sooner than this. */
    static final Duration INVITATION_COOLDOWN = Duration.ofMinutes(15);

    private static final String CANNOT_BE_MAILED = """
            when k.fate is not null then k.fate
            when k.disabled_at is not null then 'disabled'
            when k.email is null then 'no-address'
            when k.suppressed then 'suppressed'""";

    /** As {@link AccessMailHistory#refusal}, which looks once more when the mail is written. */
    private static final String MAILED_TOO_OFTEN = """
            when k.last_let_in > :mailedSince then 'cooldown'
            when k.in_a_day >= :mostADay then 'daily-limit'""";

    private static final String LOGIN_EMAIL = """
            case %s %s else 'login-email' end""".formatted(CANNOT_BE_MAILED, MAILED_TOO_OFTEN);

    private static final String INVITATION = """
            case %s
            when k.joined_at is not null then 'already-joined'
            when k.last_invited > :invitedSince then 'cooldown'
            %s when k.invited_at is not null then 'invited-again' else 'invited' end""".formatted(CANNOT_BE_MAILED, MAILED_TOO_OFTEN);

    private OutreachPolicy() {}

    /** The verdict's word, as an expression over a row {@code k}. */
    static String verdict(RunKind kind) {
        return switch (kind) {
            case INVITATIONS -> INVITATION;
            case LOGIN_EMAILS -> LOGIN_EMAIL;
        };
    }

    /**
     * From when on somebody could get a mail who gets none because of one before, as an expression over a row {@code k};
     * null for all others.
     */
    static String possibleFrom(RunKind kind) {
        String byInvitation =
                kind == RunKind.INVITATIONS ? "k.last_invited + make_interval(secs => :invitationCooldown)" : "null";
        return """
                case k.verdict
                when 'cooldown' then greatest(k.last_let_in + make_interval(secs => :mailCooldown), %s)
                when 'daily-limit' then (select m.written_at + interval '1 day' from access_mail m
                    where m.workspace_id = :workspace and m.email_key = k.email_key
                    order by m.written_at desc offset :mostADay - 1 limit 1) end""".formatted(byInvitation);
    }

    static Map<String, Object> params(Instant now) {
        return Map.of(
                "now", utc(now),
                "mailedSince", utc(now.minus(AccessMailHistory.COOLDOWN)),
                "invitedSince", utc(now.minus(INVITATION_COOLDOWN)),
                "dayAgo", utc(now.minus(Duration.ofDays(1))),
                "mostADay", AccessMailHistory.MOST_A_DAY,
                "mailCooldown", AccessMailHistory.COOLDOWN.toSeconds(),
                "invitationCooldown", INVITATION_COOLDOWN.toSeconds());
    }
}
