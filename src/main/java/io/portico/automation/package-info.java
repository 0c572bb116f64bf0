/** What the portal does by itself: a trigger, conditions, steps. Listens to the log and commands the rooms below. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "activity",
            "workspace",
            "contacts",
            "mail",
            "access",
            "outreach",
            "webhooks"
        })
package io.portico.automation;

import org.jspecify.annotations.NullMarked;
