/**
 * What comes back about mails: doors at which mail providers report bounces and complaints, and the mailbox to which mail
 * servers report them. Judges who reports and what it means; what follows from it, {@code mail} decides.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"mail", "limits", "installation", "web"})
package io.portico.bounces;

import org.jspecify.annotations.NullMarked;
