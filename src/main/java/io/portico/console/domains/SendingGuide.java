package io.portico.console.domains;

import io.portico.domains.RecordCheck;
import io.portico.domains.SendingCheck;
import io.portico.domains.SendingDomain;
import io.portico.domains.SendingRecords;
import java.util.List;
import java.util.Optional;

/** The records of a sending domain: what is needed, and what was found. */
public record SendingGuide(SendingDomain domain, List<Line> lines) {
    /**
     * One record.
     *
     * @param id for the page's own use
     * @param kind as the trade calls it: SPF, DKIM, DMARC
     */
    public record Line(String id, String kind, String name, String value, Optional<RecordCheck> check) {}

    public SendingGuide {
        lines = List.copyOf(lines);
    }

    static SendingGuide of(SendingDomain domain, SendingRecords records) {
        Optional<SendingCheck> check = domain.check();
        return new SendingGuide(
                domain,
                List.of(
                        new Line("spf", "SPF", records.spfName(), records.spf(), check.map(SendingCheck::spf)),
                        new Line(
                                "dkim",
                                "DKIM",
                                records.dkim().name(),
                                records.dkim().value(),
                                check.map(SendingCheck::dkim)),
                        new Line(
                                "dmarc",
                                "DMARC",
                                records.dmarcName(),
                                SendingRecords.DMARC,
                                check.map(SendingCheck::dmarc))));
    }
}
