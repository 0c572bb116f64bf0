package io.portico.outreach;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.RunId;

/** The failed mails of a run are tried once more; {@code text} is how many. */
@FactKind("run.retried")
public record RunRetried(RunId run, String text) implements Fact {}
