package io.portico.outreach;

import io.portico.mail.Hold;
import io.portico.mail.MailTemplate;
import io.portico.tenancy.Rows;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * Whom a run is meant for, with the verdict on each: the chosen contacts first, then what was typed, each person once.
 * As a select, so that it does not matter how many they are.
 */
record Audience(RunKind kind, Rows chosen, TypedList typed) {
    private static final String COLUMNS = "c.name, c.email, c.email_key, c.joined_at, c.disabled_at, c.invited_at";

    private static final String CHOSEN = """
            select 0::bigint as place, null::text as fate, c.id, c.email as shown, %s from (%s) c""";

    /** Somebody who is chosen already is not meant twice; who has the address by now is that contact. */
    private static final String TYPED = """
            select t.place, case when t.fate <> '' then t.fate when x.id is not null then 'duplicate-address'
                    when c.id is null then nullif(:strangers, '') end as fate,
                case when x.id is null then c.id end as id, coalesce(nullif(t.address, ''), t.typed) as shown,
                coalesce(nullif(c.name, ''), t.name) as name, nullif(t.address, '') as email,
                nullif(t.email_key, '') as email_key, c.joined_at, c.disabled_at, c.invited_at
            from unnest(:typedFates::text[], :typedKeys::text[], :typedAddresses::text[], :typedTexts::text[],
                    :typedNames::text[]) with ordinality as t(fate, email_key, address, typed, name, place)
            left join contact c on c.workspace_id = :workspace and c.email_key = t.email_key and t.fate = ''
            left join (select id from (%s) chosen) x on x.id = c.id""";

    /** Whichever of these is written next lets its recipient in, so all share one cooldown. */
    private static final String[] TO_CONTACTS = Arrays.stream(MailTemplate.values())
            .filter(MailTemplate::isToContact)
            .map(MailTemplate::word)
            .toArray(String[]::new);

    /**
     * What speaks for and against each. A mail that is about to leave counts as written now, one that is planned for
     * later as written when it was ordered. Mails are read by set, not one person at a time: how many people there are
     * tells the planner whether to look each of them up or to go through all mails once.
     */
    private static final String KNOWN = """
            with people as materialized (%s),
            waiting as materialized (
                select o.recipient_id, max(case when o.due_at <= :now then :now else o.created_at end) as last
                from outbox o
                where o.workspace_id = :workspace and o.recipient_id in (select id from people)
                    and o.state in ('queued', 'claimed', 'deferred') and o.held_by & :paused = 0
                    and o.kind = any (:toContacts)
                group by o.recipient_id
            ),
            written as materialized (
                select m.email_key, max(m.written_at) as last, count(*) as in_a_day
                from access_mail m
                where m.workspace_id = :workspace and m.email_key in (select email_key from people)
                    and m.written_at > :dayAgo
                group by m.email_key
            )
            select p.*, s.email_key is not null as suppressed, i.last_sent_at as last_invited, written.in_a_day,
                greatest(written.last, waiting.last) as last_let_in
            from people p
            left join waiting on waiting.recipient_id = p.id
            left join written on written.email_key = p.email_key
            left join invitation i on i.workspace_id = :workspace and i.contact_id = p.id
            left join suppression s on s.workspace_id = :workspace and s.email_key = p.email_key""";

    /** One row each, with what is known and the {@code verdict}. */
    String judged() {
        return "select k.*, %s as verdict from (%s) k"
                .formatted(OutreachPolicy.verdict(kind), KNOWN.formatted(people()));
    }

    /** One row each, without the verdict. */
    String people() {
        String contacts = CHOSEN.formatted(COLUMNS, chosen.sql());
        return typed.isEmpty() ? contacts : contacts + "\nunion all\n" + TYPED.formatted(chosen.sql());
    }

    /** What becomes of typed addresses that nobody has: who is invited becomes a contact; to sign in one must be one. */
    private String fateOfStrangers() {
        return switch (kind) {
            case INVITATIONS -> "";
            case LOGIN_EMAILS -> Verdict.UNKNOWN_ADDRESS.word();
        };
    }

    Map<String, Object> params(Instant now) {
        Map<String, Object> all = chosen.paramsWith(OutreachPolicy.params(now));
        all.putAll(typed.params());
        all.put("toContacts", TO_CONTACTS);
        all.put("paused", Hold.PAUSED.bit());
        all.put("strangers", fateOfStrangers());
        return all;
    }
}
