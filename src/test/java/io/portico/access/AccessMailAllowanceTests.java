package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.mail.AccessMailAllowance;
import io.portico.mail.AccessMailHistory;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.RunWords;
import io.portico.tenancy.Timestamps;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** One rule for every mail that lets in, on a clock that stands still. */
@Import(MovableClock.InPlace.class)
@TestPropertySource(properties = "portico.data=target/test-data/${portico.fork:1}/login-mails")
class AccessMailAllowanceTests extends AccessTest {
    @Autowired
    MovableClock clock;

    @Autowired
    AccessMailAllowance allowance;

    @Autowired
    LoginEmails loginEmails;

    @Autowired
    List<MailComposer> composers;

    private Workspace acme;
    private Contact minji;

    @BeforeEach
    void aContactInAWorkspace() {
        acme = aWorkspace();
        minji = aContact().at("minji@example.com").in(acme);
    }

    private Composition write(MailTemplate template) {
        return write(anOrder(template, MailId.next(clock)));
    }

    private Composition write(MailOrder order) {
        return composers.stream()
                .filter(composer -> composer.template() == order.template())
                .findFirst()
                .orElseThrow()
                .compose(order);
    }

    private MailOrder anOrder(MailTemplate template, MailId id) {
        boolean byAddress = template == MailTemplate.SIGN_IN;
        return new MailOrder(
                acme.id(),
                id,
                template,
                byAddress ? Optional.empty() : Optional.of(minji.id().value()),
                Optional.of(EmailAddress.of("minji@example.com")),
                Map.of());
    }

    private AccessMailHistory history() {
        return allowance.of(acme.id(), EmailAddress.of("minji@example.com"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MailTemplate.class,
            names = {"SIGN_IN", "LOGIN_EMAIL", "MAGIC_LINK", "INVITATION", "INVITATION_REMINDER"})
    void holdBackEachOtherForAMinuteWhoeverAsked(MailTemplate first) {
        for (MailTemplate next : Set.of(
                MailTemplate.SIGN_IN,
                MailTemplate.LOGIN_EMAIL,
                MailTemplate.MAGIC_LINK,
                MailTemplate.INVITATION,
                MailTemplate.INVITATION_REMINDER)) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(write(first)).isInstanceOf(Composition.Ready.class);
            clock.advance(Duration.ofSeconds(60).minusMillis(1));
            assertThat(write(next)).as(first + ", " + next).isEqualTo(new Composition.Skip(SkipReason.COOLDOWN));
        }
        assertThat(history().inADay()).isEqualTo(5);
    }

    @Test
    void areTwentyADayOfAllKindsTogether() {
        for (int i = 0; i < 20; i++) {
            MailTemplate kind = List.of(MailTemplate.SIGN_IN, MailTemplate.LOGIN_EMAIL, MailTemplate.MAGIC_LINK)
                    .get(i % 3);
            assertThat(write(kind)).isInstanceOf(Composition.Ready.class);
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(write(MailTemplate.INVITATION)).isEqualTo(new Composition.Skip(SkipReason.DAILY_LIMIT));
        clock.advance(Duration.ofDays(1).minusMinutes(200));
        assertThat(write(MailTemplate.INVITATION)).isInstanceOf(Composition.Ready.class);
        clock.advance(Duration.ofMinutes(1));
        assertThat(write(MailTemplate.INVITATION)).isEqualTo(new Composition.Skip(SkipReason.DAILY_LIMIT));
    }

    @Test
    void countOnceWhenTheyAreWrittenAgainAfterAFault() {
        MailOrder order = anOrder(MailTemplate.LOGIN_EMAIL, MailId.next(clock));
        for (int i = 0; i < 30; i++) {
            assertThat(write(order)).isInstanceOf(Composition.Ready.class);
            clock.advance(Duration.ofSeconds(65));
        }

        assertThat(history().inADay()).isOne();
    }

    @Test
    void areCountedForTheAddressAlsoWhenTheContactIsMadeAgain() {
        write(MailTemplate.LOGIN_EMAIL);
        membership.delete(acme.id(), minji.id(), PORTICO);
        minji = aContact().at("Minji@Example.com").in(acme);

        assertThat(write(MailTemplate.LOGIN_EMAIL)).isEqualTo(new Composition.Skip(SkipReason.COOLDOWN));
    }

    @Test
    void ofOneWorkspaceTellAnotherNothing() {
        write(MailTemplate.LOGIN_EMAIL);
        Workspace other = aWorkspace();

        assertThat(allowance.of(other.id(), EmailAddress.of("minji@example.com")))
                .isEqualTo(AccessMailHistory.NONE);
    }

    @Test
    void areForgottenAfterADay() {
        write(MailTemplate.LOGIN_EMAIL);
        clock.advance(Duration.ofDays(1));
        aContact().at("sora@example.com").in(acme);
        write(MailTemplate.LOGIN_EMAIL);

        assertThat(tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("select count(*) from access_mail")
                                .query(Long.class)
                                .single()))
                .isOne();
    }

    @Test
    void areForgottenFasterThanARunAddsOthers() {
        List<AccessMailAllowance.Taking> run = IntStream.range(0, 100)
                .mapToObj(n ->
                        new AccessMailAllowance.Taking(MailId.next(clock), EmailAddress.of("p" + n + "@example.com")))
                .toList();
        allowance.take(acme.id(), run);
        clock.advance(Duration.ofDays(1));

        allowance.take(acme.id(), List.of(run.getFirst(), run.get(1)));
        allowance.take(acme.id(), run.subList(50, 100));

        assertThat(tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("select count(*) from access_mail where written_at <= :since")
                                .param("since", Timestamps.utc(clock.instant().minus(Duration.ofDays(1))))
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void tellTheOperatorBeforehandWhenTheLastOneWas() {
        write(MailTemplate.SIGN_IN);
        clock.advance(Duration.ofSeconds(20));
        var chosen = Selection.of(minji.id());
        var plan = loginEmails.plan(acme.id(), chosen, List.of());

        assertThat(plan.mails()).isZero();
        assertThat(plan.rows()).singleElement().satisfies(row -> {
            assertThat(row.verdict().name()).isEqualTo("COOLDOWN");
            assertThat(row.lastMail()).contains(clock.instant().minusSeconds(20));
        });
        loginEmails.send(acme.id(), chosen, RunWords.NONE, PORTICO);
        assertThat(skipReasons(minji.id())).containsExactly("cooldown");
    }

    private List<String> skipReasons(ContactId contact) {
        return tenancy.in(
                acme.id(),
                () -> jdbc.sql("select reason from outbox where recipient_id = ? and state = 'skipped'")
                        .param(contact.value())
                        .query(String.class)
                        .list());
    }
}
