/** What operators touch: the console's pages. No rules live here. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "activity",
            "workspace",
            "workspace :: images",
            "contacts",
            "contacts :: csv",
            "contacts :: imports",
            "mail",
            "mail :: content",
            "domains",
            "domains :: tls",
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
            "web",
            "portal"
        })
package io.portico.console;

import org.jspecify.annotations.NullMarked;
