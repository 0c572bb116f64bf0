package io.portico.apps;

/**
 * How many contacts have the portal as an app.
 *
 * @param ever contacts who opened it from their home screen at least once
 * @param lately those who did this month or the month before
 */
public record AppUsage(long ever, long lately) {}
