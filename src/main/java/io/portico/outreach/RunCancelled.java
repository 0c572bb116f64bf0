package io.portico.outreach;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.RunId;

/** A run was cancelled: what has not left never will. */
@FactKind("run.cancelled")
public record RunCancelled(RunId run) implements Fact {}
