/** Contacts in CSV files: read as spreadsheets and other systems write them, written so that both can read them. */
@NullMarked
@NamedInterface("csv")
package io.portico.contacts.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
