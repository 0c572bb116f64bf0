package io.portico.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code postmaster.pid} that PostgreSQL keeps in its folder while it runs, and leaves there when it is killed: line
 * 1 the process id, line 2 the folder.
 */
record PostmasterPid(Path file) {
    /** Above every process id there can be, and still one PostgreSQL's parser takes. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

    boolean exists() {
        return Files.exists(file);
    }

    /** Whether the process named here lives, is a PostgreSQL, and serves this very folder rather than a copy's origin. */
    boolean isRunning() throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.size() > 1
                && lines.getFirst().strip().matches("\\d{1,9}")
                && servesThisFolder(Path.of(lines.get(1)))
                && isPostgres(Long.parseLong(lines.getFirst().strip()), lines.get(1));
    }

    /**
     * Makes PostgreSQL see that the process named here is dead, though its id may have been given to another. The rest
     * of the file stays: by it PostgreSQL finds out about orphans of its own that still write, and refuses to start.
     */
    void bury() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (lines.size() < 2) {
            Files.delete(file);
            return;
        }
        lines.set(0, NO_PROCESS);
        Files.write(file, lines);
    }

    private boolean servesThisFolder(Path named) throws IOException {
        return Files.isDirectory(named) && Files.isSameFile(named, file.getParent());
    }

    private static boolean isPostgres(long pid, String folder) {
        String command = commandLine(pid);
        return command.contains("postgres") && command.contains(folder);
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException e) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .orElse("");
        }
    }
}
