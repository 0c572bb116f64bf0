/** What a workspace sees at one glance: the figures, their trend, the latest activity. Listens to the log only. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "activity", "workspace", "contacts", "access :: keys"})
package io.portico.dashboard;

import org.jspecify.annotations.NullMarked;
