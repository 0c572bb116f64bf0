package io.portico.domains;

import com.google.common.net.InternetDomainName;
import io.portico.domains.dns.Dns;
import io.portico.domains.dns.DnsAnswer;
import io.portico.installation.HostSettings;
import io.portico.mail.DkimKeys;
import io.portico.mail.DkimRecord;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Looks whether mails may leave from a domain: SPF lets the installation's mail server send, the workspace's own DKIM key
 * is published, and there is a DMARC policy. The key is made for this workspace and domain, so that its record proves
 * that the workspace rules the domain.
 */
@Component
class SendingProof {
    private final Dns dns;
    private final DkimKeys keys;
    private final HostSettings settings;
    private final Clock clock;

    SendingProof(Dns dns, DkimKeys keys, HostSettings settings, Clock clock) {
        this.dns = dns;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is to be published. Makes the key at the first call, so never within a transaction. */
    SendingRecords records(SendingDomain domain) {
        return SendingRecords.of(
                domain,
                settings.spf(),
                keys.of(domain.workspace(), domain.domain().value()));
    }

    /** Asks DNS; takes seconds when it does not answer, so never within a transaction. */
    SendingCheck of(SendingDomain domain) {
        DkimRecord key = keys.of(domain.workspace(), domain.domain().value());
        return new SendingCheck(
                spf(domain.domain().value()),
                RecordCheck.of(
                        dns.texts(key.name()),
                        found -> found.stream().anyMatch(each -> publicKey(each).equals(publicKey(key.value())))),
                dmarc(domain.domain().value()),
                clock.instant());
    }

    /** A host that does not know what its mail server needs asks for no more than a record. */
    private RecordCheck spf(String domain) {
        if (settings.spf().isPresent()) {
            return new SpfEvaluation(dns, settings.spf().get()).of(domain);
        }
        DnsAnswer answer = dns.texts(domain);
        List<String> records = SpfEvaluation.records(answer);
        if (records.isEmpty() && answer instanceof DnsAnswer.Records) {
            return new RecordCheck(RecordState.NO_RECORD, List.of());
        }
        return records.isEmpty()
                ? RecordCheck.of(answer, found -> false)
                : new RecordCheck(records.size() == 1 ? RecordState.FOUND : RecordState.DOUBLED, records);
    }

    /** The key alone: servers' forms put spaces and further tags around it. */
    private static String publicKey(String record) {
        return Arrays.stream(record.replaceAll("\\s", "").split(";"))
                .filter(tag -> tag.startsWith("p="))
                .findFirst()
                .orElse("");
    }

    /** The domain's own policy, or that of the domain it lies beneath (RFC 7489, 6.6.3). */
    private RecordCheck dmarc(String domain) {
        RecordCheck own = dmarcAt(domain);
        InternetDomainName name = InternetDomainName.from(domain);
        return own.isFound() || !own.state().isAnswer() || !name.isUnderPublicSuffix() || name.isTopPrivateDomain()
                ? own
                : inherited(own, name.topPrivateDomain().toString());
    }

    private RecordCheck inherited(RecordCheck own, String above) {
        RecordCheck found = dmarcAt(above);
        return found.isFound() ? found : own;
    }

    private RecordCheck dmarcAt(String domain) {
        DnsAnswer answer = dns.texts("_dmarc." + domain);
        List<String> policies = answer.values().stream()
                .map(String::strip)
                .filter(text -> text.toUpperCase(Locale.ROOT).matches("V=DMARC1\\s*;.*"))
                .toList();
        return switch (policies.size()) {
            case 0 -> RecordCheck.of(answer, found -> false);
            case 1 -> new RecordCheck(isPolicy(policies.getFirst()) ? RecordState.FOUND : RecordState.OTHER, policies);
            default -> new RecordCheck(RecordState.DOUBLED, policies);
        };
    }

    private static boolean isPolicy(String text) {
        return text.toLowerCase(Locale.ROOT).matches(".*;\\s*p\\s*=\\s*(none|quarantine|reject)\\s*(;.*)?");
    }
}
