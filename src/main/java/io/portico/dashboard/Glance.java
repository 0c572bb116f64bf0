package io.portico.dashboard;

/** The figures of a workspace and their trend, all of the same moment. */
public record Glance(Counts counts, Trend trend) {}
