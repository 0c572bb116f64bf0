package io.portico.api.mail;

import io.portico.access.ContactTexts;
import io.portico.mail.CustomValue;
import java.util.Optional;

/**
 * A custom value as the API lists it.
 *
 * @param tag how it is written in a text
 * @param secret whether it lets somebody in
 * @param renders whether {@code custom-values:render} fills it
 * @param value of those that the workspace defined
 */
record CustomValueShown(String name, String tag, boolean secret, boolean renders, Optional<String> value) {
    static CustomValueShown of(CustomValue value, Optional<String> defined) {
        return new CustomValueShown(
                value.word(), value.tag(), value.isSecret(), !ContactTexts.NOT_HERE.contains(value), defined);
    }
}
