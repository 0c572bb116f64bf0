/** Durable jobs: what must be done once and survives the node it was begun on. Rooms give tasks, this runs them. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.portico.jobs;

import org.jspecify.annotations.NullMarked;
