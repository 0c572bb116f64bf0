package io.portico;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Begins with an empty database on the cluster that an earlier run has left. */
@TestConfiguration(proxyBeanMethods = false)
class EmptyDatabase {
    @Bean
    FlywayMigrationStrategy emptyThenMigrate() {
        return flyway -> {
            flyway.clean();
            flyway.migrate();
        };
    }
}
