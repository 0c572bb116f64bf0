package io.portico.webhooks.delivery;

import io.portico.webhooks.calls.CallResult;
import java.time.Duration;
import java.time.Instant;

/** One call, and what came of it. */
public record DeliveryTry(int n, Instant at, Duration took, CallResult result) {}
