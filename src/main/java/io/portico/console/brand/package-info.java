/** How the business looks to its clients: the page where operators prepare it, see it and publish it. */
@NullMarked
package io.portico.console.brand;

import org.jspecify.annotations.NullMarked;
