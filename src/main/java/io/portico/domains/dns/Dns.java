package io.portico.domains.dns;

import io.portico.installation.HostSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks the configured resolvers, and never a cache of our own: whoever waits for a record to appear must see it as soon
 * as it is there. Each server has {@value #SECONDS} seconds; an answer is at most what one TCP message holds, 64 KiB.
 */
@Component
public class Dns {
    private static final int SECONDS = 2;
    private static final int MOST_RECORDS = 50;
    private static final int MOST_SERVERS = 3;

    private final List<SimpleResolver> resolvers;

    Dns(HostSettings settings) {
        List<InetSocketAddress> servers = settings.resolvers().isEmpty()
                ? ResolverConfig.getCurrentConfig().servers()
                : settings.resolvers();
        this.resolvers = servers.stream().limit(MOST_SERVERS).map(Dns::resolver).toList();
    }

    private static SimpleResolver resolver(InetSocketAddress server) {
        var resolver = new SimpleResolver(server);
        resolver.setTimeout(Duration.ofSeconds(SECONDS));
        return resolver;
    }

    /** The name that this one stands for; one at most, by the rules of DNS. */
    public DnsAnswer alias(String name) {
        return ask(name, Type.CNAME);
    }

    /** Each text as one, however many strings it was cut into. */
    public DnsAnswer texts(String name) {
        return ask(name, Type.TXT);
    }

    /** IPv4 and IPv6 addresses, through any aliases that the resolver follows. */
    public DnsAnswer addresses(String name) {
        DnsAnswer four = ask(name, Type.A);
        DnsAnswer six = four instanceof DnsAnswer.NoSuchName ? four : ask(name, Type.AAAA);
        List<String> all =
                Stream.concat(four.values().stream(), six.values().stream()).toList();
        return all.isEmpty() ? worse(four, six) : new DnsAnswer.Records(all);
    }

    /** That one kind is missing says little while nobody could say about the other. */
    private static DnsAnswer worse(DnsAnswer four, DnsAnswer six) {
        return four instanceof DnsAnswer.NoRecord ? six : four;
    }

    private DnsAnswer ask(String name, int type) {
        DnsAnswer answer = new DnsAnswer.NoReply();
        for (SimpleResolver resolver : resolvers) {
            answer = ask(resolver, name, type);
            if (!(answer instanceof DnsAnswer.NoReply || answer instanceof DnsAnswer.ServerFailed)) {
                return answer;
            }
        }
        return answer;
    }

    private static DnsAnswer ask(SimpleResolver resolver, String name, int type) {
        try {
            Record question = Record.newRecord(Name.fromString(name + "."), type, DClass.IN);
            return read(resolver.send(Message.newQuery(question)), type);
        } catch (TextParseException e) {
            return new DnsAnswer.NoSuchName();
        } catch (IOException e) {
            return new DnsAnswer.NoReply();
        }
    }

    private static DnsAnswer read(Message message, int type) {
        List<String> values = message.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type)
                .limit(MOST_RECORDS)
                .map(Dns::value)
                .toList();
        if (!values.isEmpty()) {
            return new DnsAnswer.Records(values);
        }
        return switch (message.getRcode()) {
            case Rcode.NOERROR -> new DnsAnswer.NoRecord();
            case Rcode.NXDOMAIN -> new DnsAnswer.NoSuchName();
            default -> new DnsAnswer.ServerFailed();
        };
    }

    private static String joined(List<byte[]> strings) {
        return strings.stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static String value(Record record) {
        return switch (record) {
            case CNAMERecord alias -> alias.getTarget().toString(true).toLowerCase(Locale.ROOT);
            case ARecord four -> four.getAddress().getHostAddress();
            case AAAARecord six -> six.getAddress().getHostAddress();
            case TXTRecord text -> joined(text.getStringsAsByteArrays());
            default -> record.rdataToString();
        };
    }
}
