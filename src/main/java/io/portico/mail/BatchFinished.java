package io.portico.mail;

import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;

/**
 * The last mail of a run has been settled, one way or another. Published once within the transaction that notes it; and
 * once more when failed mails were tried again and the last of them is settled.
 */
public record BatchFinished(WorkspaceId workspace, RunId run, BatchCounts counts) {}
