/** The delivery kit: site and workspace from the host, who is signed in, page frames, forms, error pages. No rules. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "activity", "workspace", "contacts", "domains", "access", "installation"})
package io.portico.web;

import org.jspecify.annotations.NullMarked;
