package io.portico.web;

import io.portico.access.OperatorSession;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A console handler that changes who gets in: it is entered only while the operator's last proof is younger than
 * {@link OperatorSession#FRESH}. Otherwise they are asked first, and what they sent goes on from there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NeedsFreshSignIn {}
