package io.portico.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the embedded PostgreSQL is told, written anew at every start: loopback only, a password for everybody, every
 * commit on disk before it is answered.
 */
record PostgresConfiguration(int port, boolean durable) {

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("postgresql.conf"), settings());
        Files.writeString(folder.resolve("pg_hba.conf"), """
                # Written by Portico at every start.
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private String settings() {
        String onlyIfDurable = durable ? "on" : "off";
        return """
                # Written by Portico at every start. What "alter system set" says wins over this file.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                password_encryption = 'scram-sha-256'

                fsync = %2$s
                synchronous_commit = %2$s
                full_page_writes = %2$s

                shared_buffers = '256MB'
                effective_cache_size = '1GB'
                work_mem = '8MB'
                maintenance_work_mem = '128MB'
                max_wal_size = '2GB'
                random_page_cost = 1.1
                jit = off

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                default_text_search_config = 'pg_catalog.simple'

                # A week of logs, without the values of rows.
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_error_verbosity = terse
                log_min_error_statement = panic
                """.formatted(port, onlyIfDurable);
    }
}
