package io.portico.mail.content;

import io.portico.mail.CustomValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is put into a layout for one recipient; with live secrets.
 *
 * @param note the lines of a personal note, empty for none
 */
record Filling(Map<CustomValue, String> values, String buttonUrl, Optional<String> code, List<String> note) {
    Filling {
        if (!buttonUrl.startsWith("https://") && !buttonUrl.startsWith("http://")) {
            throw new IllegalArgumentException("a button leads to a web address");
        }
        note = List.copyOf(note);
    }

    /** In groups for reading: {@code 123 456}. */
    String digits() {
        String digits = code.orElse("");
        return digits.length() == 6 ? digits.substring(0, 3) + " " + digits.substring(3) : digits;
    }

    @Override
    public String toString() {
        return "Filling[hidden]";
    }
}
