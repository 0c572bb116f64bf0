package io.portico.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What the superuser of the embedded PostgreSQL does at every start, each step only where it is not done yet. */
record EmbeddedRole(DatabaseAddress superuser, DatabaseAddress application) {

    static void prepare(DatabaseAddress superuser, DatabaseAddress application) throws SQLException {
        EmbeddedRole role = new EmbeddedRole(superuser, application);
        role.makeRoleAndDatabase();
        role.keepTrigramsUsable();
    }

    private void makeRoleAndDatabase() throws SQLException {
        String name = application.user();
        try (Connection connection = connect(superuser.url());
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                statement.execute("create role " + name + " login");
            }
            statement.execute("alter role " + name + " nosuperuser nobypassrls nocreaterole nocreatedb");
            // Hashed here, so the password itself crosses no wire and no log.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(name, application.password().toCharArray(), "scram-sha-256");
            if (isMissing(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + name);
            }
        }
    }

    /**
     * Lets {@code like} and {@code ilike} run before row-level security's own condition: without this mark PostgreSQL
     * may not use a trigram index beneath a policy and reads every row. Both operators tell nothing but true or false.
     */
    private void keepTrigramsUsable() throws SQLException {
        try (Connection connection = connect(application.url());
                Statement statement = connection.createStatement()) {
            statement.execute("alter function pg_catalog.textlike(text, text) leakproof");
            statement.execute("alter function pg_catalog.texticlike(text, text) leakproof");
        }
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, superuser.user(), superuser.password());
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return !row.next();
        }
    }
}
