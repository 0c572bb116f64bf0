package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/**
 * From now on mails go from another address.
 *
 * @param text the address
 * @param own whether its domain is the workspace's own, not the installation's
 */
@FactKind("sender.address_changed")
public record SenderAddressChanged(String text, boolean own) implements Fact {}
