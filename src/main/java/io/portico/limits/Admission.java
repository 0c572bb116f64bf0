package io.portico.limits;

import java.time.Duration;

/** Whether a knock is answered. */
public sealed interface Admission {
    record Admitted() implements Admission {}

    /** Too many came before; the next one is answered after this time. Knocking meanwhile makes it no longer. */
    record Refused(Duration delay) implements Admission {}
}
