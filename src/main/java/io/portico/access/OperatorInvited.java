package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorInvitationId;

/** Somebody was invited, or invited again, to join as an operator; {@code text} is the address. */
@FactKind("operator.invited")
public record OperatorInvited(OperatorInvitationId invitation, String role, String text) implements Fact {}
