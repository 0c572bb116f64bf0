/** Where a workspace's portal is found: its sub-domain and hosts of its own, proved by DNS. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "activity", "workspace", "mail", "installation"})
package io.portico.domains;

import org.jspecify.annotations.NullMarked;
