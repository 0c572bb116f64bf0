package io.portico.workspace;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.OperatorId;

/** A person who signs in to the console; the same person may work in several workspaces. */
public record Operator(OperatorId id, String name, EmailAddress email, Language language) {}
