package io.portico.outreach;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.RunId;

/** A paused run goes on. */
@FactKind("run.resumed")
public record RunResumed(RunId run) implements Fact {}
