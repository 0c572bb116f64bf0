package io.portico.installation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Puts a node together. Each bean names the one it stands on, so that stopping goes the other way round: pool,
 * PostgreSQL, data folder.
 */
@Configuration(proxyBeanMethods = false)
class InstallationBeans {
    private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;
    private static final int IDLE_CONNECTIONS = 5;

    @Bean
    Settings settings(Environment environment) {
        return new Settings(environment);
    }

    @Bean
    Installation installation(Settings settings) {
        return settings.installation();
    }

    @Bean
    HostSettings hostSettings(Settings settings) {
        return settings.hosts();
    }

    @Bean
    BounceSettings bounceSettings(Settings settings) {
        return settings.bounces();
    }

    @Bean
    TrustedProxies trustedProxies(Settings settings) {
        return settings.trustedProxies();
    }

    @Bean
    PermittedTargets permittedTargets(Settings settings) {
        return settings.permittedTargets();
    }

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(Installation installation) {
        return DataFolder.hold(installation.data());
    }

    @Bean
    ApplicationKey applicationKey(Settings settings, DataFolder data) {
        return ApplicationKey.of(settings.secret(), data.file("secret.key"));
    }

    /** A port that is taken is told before the database is made, which takes a while the first time. */
    @Bean(destroyMethod = "close")
    Database database(Settings settings, DataFolder data) throws IOException, SQLException {
        settings.checkPortIsFree();
        DatabaseSettings wanted = settings.database();
        if (wanted.external().isPresent()) {
            return ExternalDatabase.checked(wanted.external().orElseThrow());
        }
        return EmbeddedDatabase.start(data, wanted);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Settings settings, Database database) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("portico");
        pool.setJdbcUrl(database.address().url());
        pool.setUsername(database.address().user());
        pool.setPassword(database.address().password());
        int most = settings.database().pool();
        pool.setMaximumPoolSize(most);
        pool.setMinimumIdle(Math.min(IDLE_CONNECTIONS, most));
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        pool.addDataSourceProperty("ApplicationName", "portico");
        return new HikariDataSource(pool);
    }

    @Bean
    FilterRegistrationBean<HealthCheck> healthCheck(ApplicationAvailability availability, DataSource database) {
        var filter = new FilterRegistrationBean<>(new HealthCheck(availability, database));
        filter.addUrlPatterns("/healthz");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    ReadyMessage readyMessage(Installation installation, ObjectProvider<StartNotice> notices) {
        return new ReadyMessage(installation, notices.orderedStream().toList());
    }
}
