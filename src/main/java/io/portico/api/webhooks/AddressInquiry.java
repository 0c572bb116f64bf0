package io.portico.api.webhooks;

import io.portico.access.keys.ApiKey;
import io.portico.access.keys.ApiScope;
import io.portico.api.Inquiry;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallTarget;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds out where the address of a webhook leads, before it is saved. */
@Component
class AddressInquiry implements Inquiry {
    private final Webhooks webhooks;

    AddressInquiry(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Optional<Object> ask(ApiKey key, String path, JsonNode body) {
        return path.startsWith("/api/v1/webhooks") && key.scopes().contains(ApiScope.WEBHOOKS_WRITE)
                ? CallTarget.parse(body.path("url").asString("")).map(webhooks::reach)
                : Optional.empty();
    }
}
