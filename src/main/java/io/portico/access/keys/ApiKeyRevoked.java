package io.portico.access.keys;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ApiKeyId;

/** A key was revoked; {@code text} is its name. */
@FactKind("api_key.revoked")
public record ApiKeyRevoked(ApiKeyId key, String text) implements Fact {}
