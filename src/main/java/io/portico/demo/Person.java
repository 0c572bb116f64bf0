package io.portico.demo;

import io.portico.contacts.PersonName;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who never lived, at an address that nobody has (RFC 2606), with a number that rings nowhere. */
record Person(
        PersonName name,
        Optional<EmailAddress> email,
        Optional<String> phone,
        Language language,
        ZoneId zone,
        List<String> tags,
        Map<String, String> custom,
        String source) {}
