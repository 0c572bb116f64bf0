package io.portico.webhooks.delivery;

import java.util.List;
import java.util.Optional;

/**
 * A delivery with all there is to know of it.
 *
 * @param payload what is sent; empty until the first try
 * @param tries latest first
 */
public record DeliveryDetails(Delivery delivery, Optional<String> payload, List<DeliveryTry> tries) {
    public DeliveryDetails {
        tries = List.copyOf(tries);
    }
}
