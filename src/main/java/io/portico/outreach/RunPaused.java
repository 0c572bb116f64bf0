package io.portico.outreach;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.RunId;

/** A run was paused: its mails wait. */
@FactKind("run.paused")
public record RunPaused(RunId run) implements Fact {}
