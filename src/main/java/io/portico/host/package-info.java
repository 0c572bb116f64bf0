/** What the host does from the shell to an installation that runs: suspending a workspace, and ending that. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "activity", "workspace", "installation"})
@org.jspecify.annotations.NullMarked
package io.portico.host;
