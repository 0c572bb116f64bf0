package io.portico.limits;

import java.time.Duration;

/**
 * What a limit still allows.
 *
 * @param most at once
 * @param left now
 * @param wholeIn when all of it is there again
 */
public record Allowance(long most, long left, Duration wholeIn) {}
