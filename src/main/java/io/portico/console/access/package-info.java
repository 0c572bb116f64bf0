@NullMarked
package io.portico.console.access;

import org.jspecify.annotations.NullMarked;
