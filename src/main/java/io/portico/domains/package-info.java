/** Where a workspace's portal is found. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "workspace", "installation"})
package io.portico.domains;

import org.jspecify.annotations.NullMarked;
