/** One business: its name and settings, the operators who run it and what each role may do. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "tenancy", "activity"})
package io.portico.workspace;

import org.jspecify.annotations.NullMarked;
