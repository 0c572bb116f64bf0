/** Invitations, login e-mails, and the runs that carry them to one or a hundred thousand. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "activity", "contacts", "mail", "access"})
package io.portico.outreach;

import org.jspecify.annotations.NullMarked;
