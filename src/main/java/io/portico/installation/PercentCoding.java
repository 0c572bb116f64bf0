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
        int query = address.indexOf('?');
        String before = query < 0 ? address : address.substring(0, query);
        String rest = query < 0 ? "" : address.substring(query);
        boolean cut = before.indexOf('@') < 0 && rest.indexOf('@') >= 0 && before.matches(".*://[^:/]*:(?!\\d+/?$).*");
        return cut ? masked(address) : masked(before) + rest;
    }

    private static String masked(String address) {
        return address.replaceAll("(://[^:/@]*):(?!\\d+[/?]).*@", "$1:***@");
    }
}
