package io.portico.console.domains;

/**
 * What there is to say about a sub-domain while it is typed, and after.
 *
 * @param said empty when there is nothing to say yet
 */
public record SubDomainVerdict(String typed, Tone tone, String said) {
    /** How it is coloured. */
    public enum Tone {
        QUIET,
        GOOD,
        BAD
    }

    static SubDomainVerdict quiet(String typed, String said) {
        return new SubDomainVerdict(typed, Tone.QUIET, said);
    }

    static SubDomainVerdict good(String typed, String said) {
        return new SubDomainVerdict(typed, Tone.GOOD, said);
    }

    static SubDomainVerdict bad(String typed, String said) {
        return new SubDomainVerdict(typed, Tone.BAD, said);
    }

    public boolean isBad() {
        return tone == Tone.BAD;
    }
}
