package io.portico.installation;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;

/** Tells the host in one line on stderr why Portico did not start, instead of a stack trace. */
@Order(0)
final class FailedStart implements SpringBootExceptionReporter {
    /** Spring makes reporters with the context, which is missing when the settings were refused before it was made. */
    FailedStart(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line =
                causes(failure).flatMap(cause -> line(cause).stream()).findFirst();
        line.ifPresent(told -> System.err.println("Portico did not start: " + told));
        return line.isPresent();
    }

    private static Optional<String> line(Throwable cause) {
        return switch (cause) {
            case SettingRefused refused -> Optional.of(refused.line());
            case PortInUseException taken ->
                Optional.of(Settings.portTaken(taken.getPort()).line());
            default -> Optional.empty();
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
