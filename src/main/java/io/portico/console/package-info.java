/** What operators touch: the console's pages. No rules live here. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "activity",
            "workspace",
            "contacts",
            "contacts :: csv",
            "contacts :: imports",
            "mail",
            "domains",
            "access",
            "access :: keys",
            "limits",
            "apps",
            "outreach",
            "dashboard",
            "automation",
            "webhooks",
            "webhooks :: calls",
            "webhooks :: delivery",
            "installation",
            "web"
        })
package io.portico.console;

import org.jspecify.annotations.NullMarked;
