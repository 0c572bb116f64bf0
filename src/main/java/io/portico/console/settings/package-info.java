/** The page with a workspace's name, language, time zone and colour. */
@NullMarked
package io.portico.console.settings;

import org.jspecify.annotations.NullMarked;
