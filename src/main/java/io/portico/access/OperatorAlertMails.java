package io.portico.access;

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
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails that tell an operator of a change to how they sign in. They carry no secret; the button leads to a page. */
@Configuration(proxyBeanMethods = false)
class OperatorAlertMails {
    private final Operators operators;
    private final Installation installation;

    OperatorAlertMails(Operators operators, Installation installation) {
        this.operators = operators;
        this.installation = installation;
    }

    @Bean
    MailComposer passwordChangedMail() {
        return new Alert(MailTemplate.PASSWORD_CHANGED);
    }

    @Bean
    MailComposer twoStepOnMail() {
        return new Alert(MailTemplate.TWO_STEP_ON);
    }

    @Bean
    MailComposer twoStepOffMail() {
        return new Alert(MailTemplate.TWO_STEP_OFF);
    }

    @Bean
    MailComposer passkeyAddedMail() {
        return new Alert(MailTemplate.PASSKEY_ADDED);
    }

    @Bean
    MailComposer passkeyRemovedMail() {
        return new Alert(MailTemplate.PASSKEY_REMOVED);
    }

    /** One of them. */
    private final class Alert implements MailComposer {
        private final MailTemplate template;

        Alert(MailTemplate template) {
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
                    .<Composition>map(this::ready)
                    .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
        }

        private Composition.Ready ready(Operator operator) {
            return new Composition.Ready(
                    operator.email(),
                    operator.language(),
                    Map.of(
                            CustomValue.OPERATOR_NAME, operator.name(),
                            CustomValue.OPERATOR_EMAIL, operator.email().value()),
                    installation.consoleUrl() + "/account",
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
