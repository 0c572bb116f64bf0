/**
 * One running Portico: its settings, its data folder and key, its database, and how it starts and stops.
 *
 * <p>Knows nothing of workspaces; every other module may ask it where the console is or to sign something.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.portico.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
