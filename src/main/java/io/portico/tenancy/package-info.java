/** Transactions bound to one workspace, which row-level security enforces. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package io.portico.tenancy;

import org.jspecify.annotations.NullMarked;
