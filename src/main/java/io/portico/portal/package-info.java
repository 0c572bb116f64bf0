/** The client's pages on the workspace's own host: sign-in, links, home, profile, sessions. No rules. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "workspace", "contacts", "access", "limits", "apps", "web"})
package io.portico.portal;

import org.jspecify.annotations.NullMarked;
