package io.portico.contacts;

/** A tag in use, and how many contacts have it. */
public record TagCount(String tag, long contacts) {}
