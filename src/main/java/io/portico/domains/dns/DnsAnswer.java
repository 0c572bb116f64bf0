package io.portico.domains.dns;

import java.util.List;

/** What DNS said about records of one type under one name. */
public sealed interface DnsAnswer {
    /** At least one, as written in a zone file: names in lower case without the last dot, texts without quotes. */
    record Records(List<String> values) implements DnsAnswer {
        public Records {
            values = List.copyOf(values);
        }
    }

    /** The name exists and has no record of this type (NODATA). */
    record NoRecord() implements DnsAnswer {}

    /** The name does not exist (NXDOMAIN). */
    record NoSuchName() implements DnsAnswer {}

    /** A server on the way could not or would not say (SERVFAIL, REFUSED and their like). */
    record ServerFailed() implements DnsAnswer {}

    /** Nobody answered in time. */
    record NoReply() implements DnsAnswer {}

    /** The records; none when there was another answer. */
    default List<String> values() {
        return this instanceof Records records ? records.values() : List.of();
    }
}
