package io.portico.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The host's own PostgreSQL, named by {@code PORTICO_DATABASE_URL}. */
record ExternalDatabase(DatabaseAddress address) implements Database {
    private static final int OLDEST_VERSION = 15;

    /**
     * Connects once to see that it answers and that row-level security binds the user.
     *
     * @throws SettingRefused naming the setting that is wrong
     */
    static ExternalDatabase checked(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), properties(address))) {
            requireVersion(connection, address);
            requireBoundByRowLevelSecurity(connection, address);
            return new ExternalDatabase(address);
        } catch (SQLException e) {
            throw refused(address, e);
        }
    }

    private static void requireVersion(Connection connection, DatabaseAddress address) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw Setting.DATABASE_URL.refused(
                    address.shown(), "PostgreSQL " + version + " answers there, 15 or newer is needed");
        }
    }

    private static void requireBoundByRowLevelSecurity(Connection connection, DatabaseAddress address)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            if (row.next() && row.getBoolean(1)) {
                throw Setting.DATABASE_USER.refused(
                        address.user(),
                        "this user is a superuser or has BYPASSRLS, so row-level security would not keep workspaces"
                                + " apart; use one with neither");
            }
        }
    }

    private static SettingRefused refused(DatabaseAddress address, SQLException failure) {
        boolean credentials = String.valueOf(failure.getSQLState()).startsWith("28");
        return credentials
                ? Setting.DATABASE_USER.refused(
                        address.user(), "the database does not let it in with this PORTICO_DATABASE_PASSWORD")
                : Setting.DATABASE_URL.refused(
                        address.shown(), "a PostgreSQL must answer there (" + firstLine(failure) + ")");
    }

    private static String firstLine(SQLException failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return PercentCoding.withoutPassword(line);
    }

    private static Properties properties(DatabaseAddress address) {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        return properties;
    }

    @Override
    public void close() {
        // It is the host's and stays.
    }
}
