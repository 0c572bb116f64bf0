package io.portico.domains;

/** Why what was typed cannot be a portal's host. */
public enum HostFault {
    EMPTY,
    /** A scheme, port, path or the like beside the host. */
    MORE_THAN_A_HOST,
    IP_ADDRESS,
    SINGLE_LABEL,
    LABEL_TOO_LONG,
    TOO_LONG,
    /** Characters, or an order of them, that no host name has: underscores, spaces, dashes at an end, unassigned ones. */
    CHARACTERS,
    /** A name under which anybody can register, such as {@code co.uk}. */
    PUBLIC_SUFFIX,
    /** Within private networks only, such as {@code .internal}; asking for it would tell what is there. */
    PRIVATE_NETWORK,
    /** The console's or the portals' own, or one beneath them. */
    OF_INSTALLATION,
    /** Letters of several scripts within one label, such as a Cyrillic а among Latin ones. */
    MIXED_SCRIPTS,
    /** Looks like a name of the installation. */
    LOOK_ALIKE
}
