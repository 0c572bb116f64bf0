package io.portico.kernel;

/** Why a text cannot be a {@link Slug}. */
public enum SlugFault implements Labelled {
    /** Not 2 to 40 of a-z, 0-9 and inner single dashes. */
    FORM,
    /** A name that the installation or its host needs, such as {@code www} or {@code mail}. */
    RESERVED,
    /** Reads like a name of the installation: {@code adm1n}, {@code log-in}, {@code secure-account}. */
    MISLEADING
}
