package io.portico.mail;

import io.portico.kernel.WorkspaceId;

/** Mails of this workspace have become due. Published within the transaction that ordered them; heard after it. */
public record MailsOrdered(WorkspaceId workspace) {}
