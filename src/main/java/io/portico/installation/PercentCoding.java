package io.portico.installation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The user-info part of an address (RFC 3986, 3.2.1), where {@code +} is a plus. */
final class PercentCoding {
    private PercentCoding() {}

    static String decode(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** {@code smtp://user:***@host} for {@code smtp://user:secret@host}, also when the address does not parse. */
    static String withoutPassword(String address) {
        return address.replaceAll("(://[^:/@]*):(?!\\d+[/?]).*@", "$1:***@");
    }
}
