package io.portico.web;

import io.portico.limits.Door;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The door that a handler for strangers stands behind: a request is counted by its network, its site's workspace, and
 * the address in its field {@code email}, before the handler sees it. One that signs in is not counted after all.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KnocksAt {
    Door value();
}
