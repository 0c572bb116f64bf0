/** Contacts that come in by CSV: the uploaded file, what is to become of it, the job, a verdict on every row. */
@NullMarked
@NamedInterface("imports")
package io.portico.contacts.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
