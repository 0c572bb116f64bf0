package io.portico.outreach;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.RunId;

/**
 * Of every recipient of a run the end is known. Once a run, and once more each time its failed mails were tried again.
 *
 * @param text how many got their mail
 * @param total how many recipients there were: the other four make it up
 */
@FactKind("run.finished")
public record RunFinished(
        RunId run, RunKind kind, String text, long total, long sent, long failed, long skipped, long cancelled)
        implements Fact {}
