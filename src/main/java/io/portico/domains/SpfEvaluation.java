package io.portico.domains;

import io.portico.domains.dns.Dns;
import io.portico.domains.dns.DnsAnswer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a domain's SPF record as receivers do (RFC 7208) to see whether it lets the installation's mail server send: the
 * needed mechanism must stand in it, or in a record that it includes or redirects to, before any {@code all} and without
 * a sign that refuses. As for receivers, more than ten terms that need a lookup are an error, and so is more than one
 * record. Addresses are compared as networks: a wider one that is let send lets the needed one send. Used once.
 */
final class SpfEvaluation {
    private static final int MOST_LOOKUPS = 10;

    private final Dns dns;
    private final String needed;
    private final Set<String> read = new HashSet<>();
    private int lookups;

    SpfEvaluation(Dns dns, String needed) {
        this.dns = dns;
        this.needed = needed.toLowerCase(Locale.ROOT);
    }

    RecordCheck of(String domain) {
        DnsAnswer answer = dns.texts(domain);
        List<String> records = records(answer);
        if (records.isEmpty()) {
            return answer instanceof DnsAnswer.Records
                    ? new RecordCheck(RecordState.NO_RECORD, List.of())
                    : RecordCheck.of(answer, found -> false);
        }
        RecordState state = records.size() > 1 ? RecordState.DOUBLED : evaluate(domain, records.getFirst());
        return new RecordCheck(state, records);
    }

    static List<String> records(DnsAnswer answer) {
        return answer.values().stream()
                .map(String::strip)
                .filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1( .*)?"))
                .toList();
    }

    private RecordState evaluate(String domain, String record) {
        read.add(domain);
        String redirect = "";
        for (String term : Arrays.stream(record.toLowerCase(Locale.ROOT).split("\\s+"))
                .skip(1)
                .toList()) {
            String bare = term.replaceFirst("^[+?~-]", "");
            if (needsLookup(bare) && ++lookups > MOST_LOOKUPS) {
                return RecordState.TOO_MANY_LOOKUPS;
            }
            if (isNeeded(bare)) {
                return term.startsWith("-") || term.startsWith("~") ? RecordState.OTHER : RecordState.FOUND;
            }
            if (bare.equals("all")) {
                return RecordState.OTHER;
            }
            if (bare.startsWith("redirect=")) {
                redirect = bare.substring("redirect=".length());
            }
            if (bare.startsWith("include:") && !term.startsWith("-")) {
                RecordState inner = follow(bare.substring("include:".length()));
                if (inner != RecordState.OTHER) {
                    return inner;
                }
            }
        }
        return redirect.isEmpty() ? RecordState.OTHER : follow(redirect);
    }

    private boolean isNeeded(String term) {
        return term.equals(needed)
                || SpfNetwork.parse(needed)
                        .flatMap(wanted -> SpfNetwork.parse(term).filter(given -> given.covers(wanted)))
                        .isPresent();
    }

    private static boolean needsLookup(String term) {
        return term.matches("(include:|exists:|redirect=).*|(a|mx|ptr)([:/].*)?");
    }

    /** What another domain's record says; a record that was read already, or cannot be read, allows nothing. */
    private RecordState follow(String domain) {
        if (domain.contains("%") || read.contains(domain)) {
            return RecordState.OTHER;
        }
        DnsAnswer answer = dns.texts(domain);
        List<String> records = records(answer);
        if (records.size() == 1) {
            return evaluate(domain, records.getFirst());
        }
        return answer instanceof DnsAnswer.ServerFailed || answer instanceof DnsAnswer.NoReply
                ? RecordCheck.of(answer, found -> false).state()
                : RecordState.OTHER;
    }
}
