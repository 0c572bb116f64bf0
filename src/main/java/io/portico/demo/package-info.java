/**
 * The workspace "Acme Studio" of {@code --demo}: some 500 contacts with 90 days of history, made up but recorded with the
 * same facts and rows as real ones. A top room: nothing depends on it.
 */
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
            "access :: keys",
            "outreach",
            "installation"
        })
package io.portico.demo;

import org.jspecify.annotations.NullMarked;
