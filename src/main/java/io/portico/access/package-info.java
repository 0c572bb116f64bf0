/** Who gets in: magic links, codes, sessions and membership of contacts; sign-in of operators. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "activity",
            "workspace",
            "contacts",
            "mail",
            "mail :: content",
            "domains",
            "installation"
        })
package io.portico.access;

import org.jspecify.annotations.NullMarked;
