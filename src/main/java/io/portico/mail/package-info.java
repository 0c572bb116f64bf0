/** Mails: ordered into the outbox, composed when their turn comes, delivered by SMTP or into the built-in mailbox. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "activity", "workspace", "workspace :: images", "installation"})
package io.portico.mail;

import org.jspecify.annotations.NullMarked;
