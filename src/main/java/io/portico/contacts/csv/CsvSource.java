package io.portico.contacts.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a CSV file, wherever they are kept. A file is read several times, once per question asked of it, and
 * never held in memory, so each call opens it anew from its first byte.
 */
@FunctionalInterface
public interface CsvSource {
    /** The caller closes what it gets. */
    InputStream open() throws IOException;

    static CsvSource of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
