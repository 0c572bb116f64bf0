/** People in the console: the list with its selections, a contact's page and form, CSV in and out. */
@NullMarked
package io.portico.console.people;

import org.jspecify.annotations.NullMarked;
