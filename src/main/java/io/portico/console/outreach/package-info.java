@NullMarked
package io.portico.console.outreach;

import org.jspecify.annotations.NullMarked;
