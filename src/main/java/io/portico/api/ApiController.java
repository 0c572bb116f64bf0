package io.portico.api;

import io.portico.web.ConsoleController;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A controller of the API: its routes lie under {@code /api/v1}, on the console's host alone. */
@ConsoleController
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiController {}
