/** The append-only log of facts: audit trail, timeline, source of counts. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package io.portico.activity;

import org.jspecify.annotations.NullMarked;
