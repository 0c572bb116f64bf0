package io.portico.outreach;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.RunId;

/** A run was started for so many recipients, skipped ones included; {@code text} is that number. */
@FactKind("run.started")
public record RunStarted(RunId run, RunKind kind, String text) implements Fact {}
