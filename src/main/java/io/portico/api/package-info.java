/** What programs touch: the REST API under {@code /api/v1}. No rules live here. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "activity",
            "workspace",
            "contacts",
            "contacts :: csv",
            "contacts :: imports",
            "mail",
            "mail :: content",
            "domains",
            "access",
            "access :: keys",
            "outreach",
            "automation",
            "dashboard",
            "limits",
            "webhooks",
            "webhooks :: calls",
            "webhooks :: delivery",
            "installation",
            "web"
        })
package io.portico.api;

import org.jspecify.annotations.NullMarked;
