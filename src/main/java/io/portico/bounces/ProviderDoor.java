package io.portico.bounces;

/** Where one mail provider reports, under {@code /bounces/} and its name. */
interface ProviderDoor {
    /** Such as {@code ses}. */
    String provider();

    /** Whether anybody may come here at all: the provider is set, and the secret in the path or header is right. */
    boolean opensTo(Visit visit);

    /** What came in; only after the door opened. What a provider repeats changes nothing. */
    Heard hear(byte[] body);
}
