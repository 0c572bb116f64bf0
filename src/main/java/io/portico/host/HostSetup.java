package io.portico.host;

import io.portico.installation.RunningDatabase;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.Environment;

/** The few rooms that a command needs, on the database of the nodes. No node finds this class: it is no configuration. */
@ComponentScan(
        basePackages = {"io.portico.tenancy", "io.portico.activity", "io.portico.workspace"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
// And the clock.
@ComponentScan(basePackages = "io.portico", resourcePattern = "Time.class")
@ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
class HostSetup {
    @Bean
    static DataSource dataSource(Environment environment) {
        return RunningDatabase.of(environment);
    }
}
