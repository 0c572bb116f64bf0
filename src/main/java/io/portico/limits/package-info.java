/** How often somebody may knock at a door: counted in the database, so on all nodes together and over restarts. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package io.portico.limits;

import org.jspecify.annotations.NullMarked;
