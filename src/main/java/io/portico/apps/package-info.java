/** What a contact opens from the portal, and the portal itself as an app. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "activity", "workspace", "workspace :: images", "domains"})
package io.portico.apps;

import org.jspecify.annotations.NullMarked;
