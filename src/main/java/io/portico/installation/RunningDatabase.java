package io.portico.installation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;

/**
 * The database of nodes that run, for a process beside them. Of the embedded one, the data folder tells port and
 * superuser's password; the connection then works as the application's role, which row-level security binds.
 */
public final class RunningDatabase {
    /** In the file: process id, folder, start, port. */
    private static final int PORT_LINE = 3;

    private RunningDatabase() {}

    /** @throws SettingRefused when there is none where the settings say */
    public static DataSource of(Environment environment) {
        Settings settings = new Settings(environment);
        Optional<DatabaseAddress> external = settings.database().external();
        HikariConfig pool = new HikariConfig();
        DatabaseAddress address = external.map(
                        found -> ExternalDatabase.checked(found).address())
                .orElseGet(() -> embedded(settings.data()));
        if (external.isEmpty()) {
            pool.setConnectionInitSql("set role " + EmbeddedDatabase.NAME);
        }
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(1);
        return new HikariDataSource(pool);
    }

    private static DatabaseAddress embedded(Path data) {
        Path folder = data.resolve("postgres");
        PostmasterPid running = new PostmasterPid(folder.resolve("postmaster.pid"));
        try {
            if (running.exists() && running.isRunning()) {
                List<String> lines = Files.readAllLines(running.file());
                int port = Integer.parseInt(lines.get(PORT_LINE).strip());
                String password =
                        Files.readString(data.resolve("postgres.password")).strip();
                return new DatabaseAddress(
                        EmbeddedDatabase.url(port, EmbeddedDatabase.NAME), EmbeddedDatabase.SUPERUSER, password);
            }
        } catch (IOException e) {
            throw Setting.DATA.refused(data.toString(), "this account must be able to read it (" + e + ")");
        }
        throw Setting.DATA.refused(
                data.toString(), "no Portico runs on this folder; start it, or name the folder of the one that runs");
    }
}
