package io.portico.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One folder of PostgreSQL data and the server on it: made, started, stopped. The caller holds the data folder. */
record PostgresCluster(PostgresPrograms programs, ServerAccount account, Path data) {
    private static final int START_TRIES = 3;

    Path folder() {
        return data.resolve("postgres");
    }

    boolean exists() {
        return Files.exists(folder().resolve("PG_VERSION"));
    }

    /** Makes the folder; a start that is cut short leaves a draft behind, never half a cluster. */
    void make(String superuserPassword) throws IOException {
        Path draft = data.resolve("postgres.new");
        if (Files.exists(draft)) {
            PostgresPrograms.delete(draft);
        }
        Files.createDirectory(draft, PrivateFile.ownerOnly("rwx------"));
        PrivateFile password = new PrivateFile(draft.resolve("password"));
        password.write(superuserPassword);
        account.own(draft, data);
        initialise(draft.resolve("cluster"), password.path());
        Files.move(draft.resolve("cluster"), folder());
        PostgresPrograms.delete(draft);
    }

    private void initialise(Path cluster, Path passwordFile) {
        String characters = OperatingSystem.current().unicodeCharacters();
        Program initdb = account.run(
                programs.path("initdb"),
                "--pgdata=" + cluster,
                "--username=" + EmbeddedDatabase.SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + characters,
                "--no-instructions");
        if (!initdb.worked()) {
            throw failed("could not be set up", initdb);
        }
    }

    /** Ends a server that a killed Portico left on this folder; a record of one that is gone is put aside. */
    void endLeftover() throws IOException {
        PostmasterPid left = new PostmasterPid(folder().resolve("postmaster.pid"));
        if (!left.exists()) {
            return;
        }
        if (left.isRunning()) {
            Program stop = pgCtl("stop", "--mode=fast", "--timeout=60");
            if (left.exists() && !stop.worked()) {
                throw failed("still runs from a start before and could not be stopped", stop);
            }
        } else {
            left.bury();
        }
    }

    /** Starts the server on a free port of the loopback interface; returns when it answers, recovery included. */
    int start(boolean durable) throws IOException {
        account.own(folder(), data);
        for (int tried = 1; ; tried++) {
            int port = SettingsCheck.freePort();
            new PostgresConfiguration(port, durable).write(folder());
            Files.deleteIfExists(startLog());
            Program start = pgCtl("start", "--log=" + startLog(), "--timeout=600");
            if (start.worked()) {
                return port;
            }
            if (tried == START_TRIES) {
                throw failed("did not start", new Program(start.exitCode(), reason(start)));
            }
            pause();
        }
    }

    private Path startLog() {
        return folder().resolve("start.log");
    }

    /** PostgreSQL's own last word, which {@code pg_ctl} does not repeat. */
    private String reason(Program start) throws IOException {
        return Files.exists(startLog())
                ? Files.readAllLines(startLog()).stream()
                        .filter(line -> line.contains("FATAL:"))
                        .reduce(start.said(), (before, last) -> last)
                : start.said();
    }

    /** The port may have been taken in between, or orphans of a killed server still be ending: both pass. */
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }

    /** Ends the server: connections are cut and everything written out; within 3 seconds in any case. */
    void stop() {
        if (!pgCtl("stop", "--mode=fast", "--timeout=3").worked()) {
            pgCtl("stop", "--mode=immediate", "--timeout=1");
        }
    }

    private Program pgCtl(String action, String... options) {
        String[] command = new String[4 + options.length];
        command[0] = programs.path("pg_ctl");
        command[1] = action;
        command[2] = "--pgdata=" + folder();
        command[3] = "--wait";
        System.arraycopy(options, 0, command, 4, options.length);
        return account.run(command);
    }

    private SettingRefused failed(String what, Program program) {
        return Setting.DATA.refused(
                data.toString(),
                "the PostgreSQL in it " + what + " (" + program.said().replaceAll("\\s+", " ") + "), see "
                        + folder().resolve("log"));
    }
}
