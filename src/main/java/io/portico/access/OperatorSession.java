package io.portico.access;

import io.portico.kernel.OperatorId;
import io.portico.kernel.SessionId;

/** A live session of an operator in the console. */
public record OperatorSession(SessionId id, OperatorId operator) {}
