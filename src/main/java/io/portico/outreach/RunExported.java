package io.portico.outreach;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.RunId;

/** What became of a run's recipients was taken out as a file. */
@FactKind("run.exported")
public record RunExported(RunId run) implements Fact {}
