package io.portico.access;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.OperatorInvitationId;

/** An operator's invitation was withdrawn; {@code text} is the address. */
@FactKind("operator.invitation_revoked")
public record OperatorInvitationRevoked(OperatorInvitationId invitation, String text) implements Fact {}
