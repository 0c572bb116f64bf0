package io.portico.api;

import io.portico.access.keys.ApiKey;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds something out before the transaction of a change is opened, as none is held over DNS. */
public interface Inquiry {
    /** What a handler will ask the visit for with {@link ApiVisit#known}; empty when this request is none of its. */
    Optional<Object> ask(ApiKey key, String path, JsonNode body);
}
