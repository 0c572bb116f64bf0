package io.portico.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One finished run of a program beside Java: its exit code and what it said, errors included. */
record Program(int exitCode, String said) {

    /** Runs the program to its end. A program that does not exist answers 127, as a shell would. */
    static Program run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Program(process.waitFor(), said.strip());
        } catch (IOException e) {
            return new Program(127, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while running " + command.getFirst(), e));
        }
    }

    boolean worked() {
        return exitCode == 0;
    }

    private static java.io.File nothing() {
        return new java.io.File(OperatingSystem.current() == OperatingSystem.WINDOWS ? "NUL" : "/dev/null");
    }
}
