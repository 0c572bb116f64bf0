/** The pages with a workspace's language and time zone, and how long links and sessions live. */
@NullMarked
package io.portico.console.settings;

import org.jspecify.annotations.NullMarked;
