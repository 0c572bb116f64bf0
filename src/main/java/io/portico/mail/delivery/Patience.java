package io.portico.mail.delivery;

import java.time.Duration;

/**
 * How long a mail server is waited for.
 *
 * @param connecting until there is a connection
 * @param answer until it says something
 * @param letters until it has taken some letters, however it talks meanwhile; shorter than the lease of the mails
 */
record Patience(Duration connecting, Duration answer, Duration letters) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(100));
}
