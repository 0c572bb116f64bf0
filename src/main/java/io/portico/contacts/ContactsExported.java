package io.portico.contacts;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** Contacts were taken out as a file; {@code text} is how many. */
@FactKind("contacts.exported")
public record ContactsExported(String text) implements Fact {}
