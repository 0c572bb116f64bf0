package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import java.util.UUID;

/** Somebody was invited, or invited again, to join as an operator; {@code text} is the address. */
@FactKind("operator.invited")
public record OperatorInvited(UUID invitation, String role, String text) implements Fact {}
