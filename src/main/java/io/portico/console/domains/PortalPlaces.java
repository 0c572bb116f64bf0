package io.portico.console.domains;

import java.net.URI;

/** The portal's canonical address, and the one on the sub-domain, which may be the same. */
record PortalPlaces(URI canonical, URI subDomain) {}
