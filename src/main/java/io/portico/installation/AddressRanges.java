package io.portico.installation;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** IP addresses and ranges of them (CIDR), as a host writes them in a setting. */
public final class AddressRanges {
    public static final AddressRanges NONE = new AddressRanges(List.of());

    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)(/\\d{1,3})?");

    private final List<IpAddressMatcher> ranges;

    private AddressRanges(List<IpAddressMatcher> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Addresses and CIDR ranges, separated by commas, such as {@code 10.0.0.0/8, 2001:db8::1}.
     *
     * @throws IllegalArgumentException when an entry is neither; a name of a host is neither
     */
    public static AddressRanges parse(String text) {
        return new AddressRanges(
                Arrays.stream(text.split(",", -1)).map(AddressRanges::range).toList());
    }

    private static IpAddressMatcher range(String entry) {
        String range = entry.strip();
        if (!RANGE.matcher(range).matches()) {
            throw new IllegalArgumentException("neither address nor range: " + range);
        }
        return new IpAddressMatcher(range);
    }

    /** @param address an IP address written out */
    public boolean include(String address) {
        return ranges.stream().anyMatch(range -> range.matches(address));
    }
}
