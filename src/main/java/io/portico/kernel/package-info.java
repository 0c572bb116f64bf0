/** Values that every room of the house speaks of: no Spring beans, no SQL, and no arrow out of here. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.portico.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
