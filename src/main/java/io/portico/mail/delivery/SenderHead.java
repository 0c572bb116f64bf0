package io.portico.mail.delivery;

import io.portico.mail.DkimSigner;
import io.portico.mail.Sender;
import io.portico.workspace.Workspace;
import java.util.Optional;

/**
 * What is the same for all mails of a workspace; good for a moment only, as any of it may change.
 *
 * @param listId by which the recipient's mail program knows mails of this workspace (RFC 2919), without brackets
 * @param signer of the domain that the mails are from; empty when nothing is to be signed
 */
public record SenderHead(Workspace workspace, Sender sender, String listId, Optional<DkimSigner> signer) {}
