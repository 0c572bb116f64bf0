package io.portico.contacts;

import io.portico.activity.Fact;

/** A fact after which a contact counts differently on the dashboard. */
public interface StandingChanged extends Fact {
    Standing before();

    Standing after();
}
