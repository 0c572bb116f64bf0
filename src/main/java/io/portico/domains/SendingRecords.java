package io.portico.domains;

import io.portico.mail.DkimRecord;
import java.util.List;
import java.util.Optional;

/**
 * The records that a sending domain must publish; all of type TXT.
 *
 * @param spf the whole record: with the one that is there already, when one was found
 */
public record SendingRecords(String spfName, String spf, DkimRecord dkim, String dmarcName) {
    /** The least that tells receivers there is a policy; a stricter one is as good. */
    public static final String DMARC = "v=DMARC1; p=none";

    static SendingRecords of(SendingDomain domain, Optional<String> mechanism, DkimRecord dkim) {
        String name = domain.domain().value();
        return new SendingRecords(name, spf(domain, mechanism), dkim, "_dmarc." + name);
    }

    /** Never a second record beside the first, which would break both. */
    private static String spf(SendingDomain domain, Optional<String> mechanism) {
        List<String> found = domain.check().map(check -> check.spf().found()).orElse(List.of());
        String term = mechanism.map(needed -> " " + needed).orElse("");
        boolean isThere = domain.check().filter(check -> check.spf().isFound()).isPresent();
        if (found.size() != 1 || found.getFirst().endsWith("…")) {
            return "v=spf1" + term + " ~all";
        }
        return isThere ? found.getFirst() : found.getFirst().replaceFirst("(?i)^v=spf1", "v=spf1" + term);
    }
}
