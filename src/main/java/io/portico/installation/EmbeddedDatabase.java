package io.portico.installation;

import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL that comes with Portico, in the folder {@code postgres} of the data folder. The application connects as
 * {@code portico}, which owns the database of that name and is bound by row-level security; the superuser's password
 * is in {@code postgres.password}, the application's is new at every start.
 *
 * <p>In a test, {@code @SpringBootTest(webEnvironment = DEFINED_PORT)} with these properties gives a server and a
 * database of its own in about two seconds: {@code portico.port=0} (a free one),
 * {@code portico.data=target/test-data/${random.uuid}}, {@code portico.database.binaries=target/postgres-binaries}
 * (unpacked once for all) and {@code portico.database.durable=false}.
 */
final class EmbeddedDatabase implements Database {
    static final String SUPERUSER = "postgres";
    static final String NAME = "portico";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final PostgresCluster cluster;
    private final DatabaseAddress address;

    private EmbeddedDatabase(PostgresCluster cluster, DatabaseAddress address) {
        this.cluster = cluster;
        this.address = address;
    }

    /** Starts it, after ending what a killed Portico may have left running on the same folder. */
    static EmbeddedDatabase start(DataFolder data, DatabaseSettings settings) throws IOException, SQLException {
        ServerAccount account = ServerAccount.find();
        PostgresPrograms programs = PostgresPrograms.unpackedIn(settings.binaries());
        PostgresCluster cluster = new PostgresCluster(programs, account, data.path());
        String password = data.file("postgres.password").textOr(ApplicationKey::random);
        if (cluster.exists()) {
            cluster.endLeftover();
        } else {
            cluster.make(password);
        }
        return opened(cluster, cluster.start(settings.durable()), password);
    }

    private static EmbeddedDatabase opened(PostgresCluster cluster, int port, String password) throws SQLException {
        try {
            DatabaseAddress root = new DatabaseAddress(url(port, SUPERUSER), SUPERUSER, password);
            DatabaseAddress own = new DatabaseAddress(url(port, NAME), NAME, ApplicationKey.random());
            EmbeddedRole.prepare(root, own);
            LOG.debug("Embedded PostgreSQL answers on port {}", port);
            return new EmbeddedDatabase(cluster, own);
        } catch (SQLException | RuntimeException e) {
            cluster.stop();
            throw e;
        }
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        cluster.stop();
    }
}
