package io.portico.workspace;

import io.portico.kernel.Slug;

/** What became of a wish for another sub-domain. */
public sealed interface SubDomainChange {
    /** The workspace is at the new one, and keeps the one before. */
    record Done(Slug before) implements SubDomainChange {}

    /** The workspace is there already. */
    record Unchanged() implements SubDomainChange {}

    /** Another workspace has it, or had it before. */
    record Taken() implements SubDomainChange {}

    /** The workspace has kept as many earlier ones as it may. */
    record TooMany(int kept) implements SubDomainChange {}
}
