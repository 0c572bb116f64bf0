/** Tells other programs what happened (Standard Webhooks). Listens to the log; commands nobody. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "activity", "workspace", "contacts", "mail", "installation"})
package io.portico.webhooks;

import org.jspecify.annotations.NullMarked;
