package io.portico.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Reads every setting before anything is started, so that a wrong one costs a second and no half-started server. Fixes
 * the port and the data folder for the rest of the start: a port of 0 becomes a free one here.
 */
final class SettingsCheck implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Settings settings = new Settings(environment);
        int port = settings.port();
        Map<String, Object> fixed = Map.of(
                Setting.PORT.key(), Integer.toString(port == 0 ? freePort() : port),
                Setting.DATA.key(), settings.data().toString());
        environment.getPropertySources().addFirst(new MapPropertySource("portico", fixed));
        settings.installation();
        settings.trustedProxies();
        settings.permittedTargets();
        settings.hosts();
        settings.database();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After application.yaml and the environment variables were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
