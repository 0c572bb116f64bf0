package io.portico.access.keys;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ApiKeyId;
import java.util.List;

/** A key was made, with these scopes; {@code text} is its name. */
@FactKind("api_key.made")
public record ApiKeyMade(ApiKeyId key, List<String> scopes, String text) implements Fact {
    public ApiKeyMade {
        scopes = List.copyOf(scopes);
    }
}
