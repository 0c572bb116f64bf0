/** The console's first page, and the full list of activity. */
@NullMarked
package io.portico.console.dashboard;

import org.jspecify.annotations.NullMarked;
