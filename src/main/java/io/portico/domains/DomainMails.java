package io.portico.domains;

import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.OperatorMails;
import io.portico.mail.OperatorMails.Content;
import io.portico.mail.OperatorMails.News;
import io.portico.mail.Priority;
import io.portico.workspace.Permission;
import io.portico.workspace.Workspaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails that tell those who manage a workspace what became of a host or a sending domain. The button leads to its page. */
@Configuration(proxyBeanMethods = false)
class DomainMails {
    private final OperatorMails mails;
    private final Workspaces workspaces;
    private final PortalAddresses addresses;

    DomainMails(OperatorMails mails, Workspaces workspaces, PortalAddresses addresses) {
        this.mails = mails;
        this.workspaces = workspaces;
        this.addresses = addresses;
    }

    static News news(MailTemplate template) {
        return new News(template, Permission.MANAGE_WORKSPACE, Priority.PERSONAL);
    }

    @Bean
    MailComposer portalHostFailedMail() {
        return new ToOperator(MailTemplate.PORTAL_HOST_FAILED);
    }

    @Bean
    MailComposer portalHostBackMail() {
        return new ToOperator(MailTemplate.PORTAL_HOST_BACK);
    }

    @Bean
    MailComposer sendingDomainFailedMail() {
        return new ToOperator(MailTemplate.SENDING_DOMAIN_FAILED);
    }

    @Bean
    MailComposer sendingDomainBackMail() {
        return new ToOperator(MailTemplate.SENDING_DOMAIN_BACK);
    }

    @Bean
    MailComposer senderTestMail() {
        return new ToOperator(MailTemplate.SENDER_TEST);
    }

    /** One of them. */
    private final class ToOperator implements MailComposer {
        private final MailTemplate template;

        ToOperator(MailTemplate template) {
            this.template = template;
        }

        @Override
        public MailTemplate template() {
            return template;
        }

        @Override
        public Composition compose(MailOrder order) {
            return mails.compose(
                    order,
                    news(template),
                    operator -> Content.leadingTo(page())
                            .with(CustomValue.OPERATOR_NAME, operator.name())
                            .with(
                                    CustomValue.PORTAL_URL,
                                    addresses
                                            .of(workspaces.get(order.workspace()))
                                            .toString()));
        }

        private String page() {
            boolean ofHost = template == MailTemplate.PORTAL_HOST_FAILED || template == MailTemplate.PORTAL_HOST_BACK;
            return ofHost ? "/settings/portal-address" : "/settings/sending-domain";
        }
    }
}
