package io.portico.domains;

import io.portico.installation.Installation;
import io.portico.kernel.OperatorId;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails that tell owners what became of a host or a sending domain. The button leads to its page. */
@Configuration(proxyBeanMethods = false)
class DomainMails {
    private final Operators operators;
    private final Workspaces workspaces;
    private final PortalAddresses addresses;
    private final Installation installation;

    DomainMails(Operators operators, Workspaces workspaces, PortalAddresses addresses, Installation installation) {
        this.operators = operators;
        this.workspaces = workspaces;
        this.addresses = addresses;
        this.installation = installation;
    }

    @Bean
    MailComposer portalHostFailedMail() {
        return new ToOwner(MailTemplate.PORTAL_HOST_FAILED);
    }

    @Bean
    MailComposer portalHostBackMail() {
        return new ToOwner(MailTemplate.PORTAL_HOST_BACK);
    }

    @Bean
    MailComposer sendingDomainFailedMail() {
        return new ToOwner(MailTemplate.SENDING_DOMAIN_FAILED);
    }

    @Bean
    MailComposer sendingDomainBackMail() {
        return new ToOwner(MailTemplate.SENDING_DOMAIN_BACK);
    }

    @Bean
    MailComposer senderTestMail() {
        return new ToOwner(MailTemplate.SENDER_TEST);
    }

    /** One of them. */
    private final class ToOwner implements MailComposer {
        private final MailTemplate template;

        ToOwner(MailTemplate template) {
            this.template = template;
        }

        @Override
        public MailTemplate template() {
            return template;
        }

        @Override
        public Composition compose(MailOrder order) {
            return order.recipient()
                    .map(OperatorId::new)
                    .flatMap(operators::find)
                    .<Composition>map(owner -> ready(order, owner))
                    .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
        }

        private String page() {
            boolean ofHost = template == MailTemplate.PORTAL_HOST_FAILED || template == MailTemplate.PORTAL_HOST_BACK;
            return ofHost ? "/settings/portal-address" : "/settings/sending-domain";
        }

        private Composition.Ready ready(MailOrder order, Operator owner) {
            Workspace workspace = workspaces.get(order.workspace());
            return new Composition.Ready(
                    owner.email(),
                    owner.language(),
                    Map.of(
                            CustomValue.OPERATOR_NAME, owner.name(),
                            CustomValue.PORTAL_URL, addresses.of(workspace).toString()),
                    installation.consoleUrl() + "/w/" + workspace.slug() + page(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
