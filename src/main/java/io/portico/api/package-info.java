/** What programs touch: the REST API under {@code /api/v1}. No rules live here. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "activity",
            "workspace",
            "domains",
            "access :: keys",
            "limits",
            "installation",
            "web"
        })
package io.portico.api;

import org.jspecify.annotations.NullMarked;
