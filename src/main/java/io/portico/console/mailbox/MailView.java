package io.portico.console.mailbox;

import io.portico.kernel.Labelled;
import java.util.Arrays;

/** The ways to look at a mail. */
public enum MailView implements Labelled {
    HTML,
    TEXT,
    HEADERS;

    static MailView of(String word) {
        return Arrays.stream(values())
                .filter(view -> view.word().equals(word))
                .findFirst()
                .orElse(HTML);
    }
}
