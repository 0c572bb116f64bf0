package io.portico.access.keys;

/** A key just made: the only moment at which its secret exists in clear. */
public record MadeApiKey(ApiKey key, ApiKeySecret secret) {}
