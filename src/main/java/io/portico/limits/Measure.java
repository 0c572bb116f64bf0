package io.portico.limits;

/** What knocks are counted by. */
enum Measure {
    /** One IPv4 address, or one IPv6 network of 64 bits. */
    NETWORK,
    /** One e-mail address within a workspace, or on the console, whether anybody has it or not. */
    ADDRESS,
    /** One contact, or for a secret that is nobody's that secret. */
    CONTACT,
    WORKSPACE,
    /** One API key. */
    KEY
}
