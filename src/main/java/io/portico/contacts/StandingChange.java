package io.portico.contacts;

/** A contact's standing before and after a change; equal when nothing changed. */
public record StandingChange(Standing before, Standing after) {
    public boolean isNone() {
        return before.equals(after);
    }
}
