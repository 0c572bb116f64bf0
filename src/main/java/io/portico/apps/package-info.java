/** What a contact opens from the portal, and the portal itself as an app. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "workspace", "domains"})
package io.portico.apps;

import org.jspecify.annotations.NullMarked;
