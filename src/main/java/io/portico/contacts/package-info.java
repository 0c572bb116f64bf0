/** The people a workspace knows: who they are, how they stand in the portal, how they come in by CSV. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "tenancy", "activity"})
package io.portico.contacts;

import org.jspecify.annotations.NullMarked;
