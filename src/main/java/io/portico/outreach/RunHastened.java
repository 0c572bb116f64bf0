package io.portico.outreach;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.RunId;

/** A run that was put off was started now. */
@FactKind("run.hastened")
public record RunHastened(RunId run) implements Fact {}
