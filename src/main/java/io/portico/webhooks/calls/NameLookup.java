package io.portico.webhooks.calls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks for the addresses of a name; never an empty list. */
interface NameLookup {
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
