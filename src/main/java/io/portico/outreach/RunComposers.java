package io.portico.outreach;

import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which mail of a run is composed by which rule. */
@Configuration(proxyBeanMethods = false)
class RunComposers {
    @Bean
    MailComposer loginEmailComposer(RunMail mail) {
        return composer(MailTemplate.LOGIN_EMAIL, mail::loginEmails);
    }

    @Bean
    MailComposer invitationComposer(RunMail mail) {
        return composer(MailTemplate.INVITATION, mail::invitations);
    }

    @Bean
    MailComposer reminderComposer(RunMail mail) {
        return composer(MailTemplate.INVITATION_REMINDER, mail::invitations);
    }

    private static MailComposer composer(MailTemplate template, Function<List<MailOrder>, List<Composition>> rule) {
        return new MailComposer() {
            @Override
            public MailTemplate template() {
                return template;
            }

            @Override
            public Composition compose(MailOrder order) {
                return compose(List.of(order)).getFirst();
            }

            @Override
            public List<Composition> compose(List<MailOrder> orders) {
                return rule.apply(orders);
            }
        };
    }
}
