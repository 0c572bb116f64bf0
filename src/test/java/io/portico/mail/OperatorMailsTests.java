package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.contacts.Contact;
import io.portico.kernel.MailId;
import io.portico.mail.OperatorMails.News;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.OperatorRoles;
import io.portico.workspace.Permission;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OperatorMailsTests extends PorticoTest {
    private static final List<MailTemplate> NEWS = List.of(
            MailTemplate.PORTAL_HOST_FAILED,
            MailTemplate.PORTAL_HOST_BACK,
            MailTemplate.SENDING_DOMAIN_FAILED,
            MailTemplate.SENDING_DOMAIN_BACK,
            MailTemplate.WEBHOOK_DISABLED,
            MailTemplate.AUTOMATION_NOTICE);

    @Autowired
    OperatorMails mails;

    @Autowired
    List<MailComposer> composers;

    @Autowired
    OperatorRoles roles;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Test
    void goToThoseWhoMayDoSomethingAboutIt() {
        Workspace acme = aWorkspace();
        Operator admin = anOperator(acme.id(), Role.ADMIN);
        anOperator(acme.id(), Role.MEMBER);
        anOperator(acme.id(), Role.VIEWER);
        anOperator(aWorkspace().id(), Role.OWNER);

        mails.order(
                acme.id(),
                new News(MailTemplate.SENDING_DOMAIN_BACK, Permission.MANAGE_WORKSPACE, Priority.PERSONAL),
                Map.of());

        assertThat(tenancy.in(
                        acme.id(),
                        () -> jdbc.sql("select recipient_id from outbox")
                                .query(UUID.class)
                                .list()))
                .containsExactlyInAnyOrder(
                        ownerOf(acme).id().value(), admin.id().value());
    }

    @Test
    void leadToTheConsoleAndNotToWhoeverWasRemovedMeanwhileOrMayNoLonger() {
        Workspace acme = aWorkspace();
        Contact kim = aContact().in(acme);
        Operator admin = anOperator(acme.id(), Role.ADMIN);
        Operator former = anOperator(acme.id(), Role.OWNER);

        assertThat(composed(acme, former, kim))
                .hasSize(NEWS.size())
                .allSatisfy(each -> assertThat(each)
                        .isInstanceOfSatisfying(
                                Composition.Ready.class,
                                ready -> assertThat(ready.buttonUrl()).contains("/w/" + acme.slug() + "/")));

        var by = new ActingOperator(ownerOf(acme).id(), Role.OWNER, "203.0.113.7");
        roles.remove(acme.id(), former.id(), by);
        roles.change(acme.id(), admin.id(), Role.VIEWER, by);

        assertThat(Stream.concat(composed(acme, former, kim).stream(), composed(acme, admin, kim).stream()))
                .hasSize(2 * NEWS.size())
                .containsOnly(new Composition.Skip(SkipReason.GONE));
    }

    private List<Composition> composed(Workspace workspace, Operator to, Contact about) {
        return composers.stream()
                .filter(composer -> NEWS.contains(composer.template()))
                .map(composer -> composer.compose(new MailOrder(
                        workspace.id(),
                        new MailId(UUID.randomUUID()),
                        composer.template(),
                        Optional.of(to.id().value()),
                        Optional.of(to.email()),
                        Map.of(
                                "contact",
                                about.id().toString(),
                                "webhook",
                                UUID.randomUUID().toString()))))
                .toList();
    }
}
