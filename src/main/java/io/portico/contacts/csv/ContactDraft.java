package io.portico.contacts.csv;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.PhoneNumber;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact as one row of a file describes it. What is empty was not said: an import leaves it as it is.
 *
 * @param language a language by its ISO 639 code, such as {@code ko}; not always one Portico speaks
 * @param tags at most {@value TagList#MOST} of at most {@value TagList#LONGEST} characters, none twice
 * @param custom by name, in the order of the columns, without empty values
 */
public record ContactDraft(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<EmailAddress> email,
        Optional<PhoneNumber> phone,
        List<String> tags,
        Optional<String> language,
        Optional<ZoneId> timeZone,
        Optional<String> source,
        Map<String, String> custom) {
    public ContactDraft {
        tags = List.copyOf(tags);
        custom = Collections.unmodifiableMap(new LinkedHashMap<>(custom));
    }

    boolean isNobody() {
        return firstName.isEmpty() && lastName.isEmpty() && email.isEmpty() && phone.isEmpty();
    }
}
