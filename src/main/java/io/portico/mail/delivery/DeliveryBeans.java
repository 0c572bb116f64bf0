package io.portico.mail.delivery;

import io.portico.installation.Installation;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses how letters leave. */
@Configuration(proxyBeanMethods = false)
class DeliveryBeans {
    @Bean(destroyMethod = "close")
    Delivery delivery(Installation installation, Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        return installation
                .smtp()
                .<Delivery>map(server -> new SmtpDelivery(
                        new SmtpConnections(server, installation.consoleUrl().getHost(), clock)))
                .orElseGet(() -> new MailboxDelivery(tenancy, jdbc, clock));
    }
}
