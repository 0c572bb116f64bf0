package io.portico.installation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Prints where the console is, and every {@link StartNotice}, when the node is ready. */
record ReadyMessage(Installation installation, List<StartNotice> notices) {

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.println(text());
        System.out.flush();
    }

    String text() {
        Stream<String> more = notices.stream().flatMap(notice -> notice.lines().stream());
        return Stream.concat(Stream.of("Console  " + installation.consoleUrl()), more)
                .map(line -> ("  " + line).stripTrailing())
                .collect(Collectors.joining("\n", "Portico is ready.\n", ""));
    }
}
