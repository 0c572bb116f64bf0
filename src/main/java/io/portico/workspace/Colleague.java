package io.portico.workspace;

import java.time.Instant;

/** An operator as seen within one workspace. */
public record Colleague(Operator operator, Role role, Instant since) {}
