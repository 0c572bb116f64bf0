package io.portico.api.webhooks;

import io.portico.api.ApiJson;
import io.portico.webhooks.calls.CallResult;
import io.portico.webhooks.delivery.DeliveryDetails;
import io.portico.webhooks.delivery.DeliveryTry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A delivery with what was sent and what came back.
 *
 * @param payload null until the first try
 * @param attempts latest first
 */
record DeliveryDetailsShown(DeliveryShown delivery, Optional<JsonNode> payload, List<AttemptShown> attempts) {
    /** One call: either the status and body of an answer, or why there was none. */
    record AttemptShown(
            int n, Instant at, long millis, Optional<Integer> status, Optional<String> answer, Optional<String> fault) {
        static AttemptShown of(DeliveryTry made) {
            long millis = made.took().toMillis();
            return switch (made.result()) {
                case CallResult.Answered(int status, String body) ->
                    new AttemptShown(
                            made.n(), made.at(), millis, Optional.of(status), Optional.of(body), Optional.empty());
                case CallResult.Unanswered(var fault) ->
                    new AttemptShown(
                            made.n(), made.at(), millis, Optional.empty(), Optional.empty(), Optional.of(fault.word()));
            };
        }
    }

    static DeliveryDetailsShown of(DeliveryDetails details, ApiJson json) {
        return new DeliveryDetailsShown(
                DeliveryShown.of(details.delivery()),
                details.payload().map(payload -> json.read(payload.getBytes(StandardCharsets.UTF_8))),
                details.tries().stream().map(AttemptShown::of).toList());
    }
}
