package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;

/** There is no such mailbox, for good. Published within the transaction that suppressed the address. */
public record AddressBounced(WorkspaceId workspace, EmailAddress address) {}
