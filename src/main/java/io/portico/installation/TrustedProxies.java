package io.portico.installation;

/** The reverse proxies whose forwarded headers count, as the host configured them; by default none. */
public record TrustedProxies(AddressRanges ranges) {
    public static final TrustedProxies NONE = new TrustedProxies(AddressRanges.NONE);

    /** @throws IllegalArgumentException as {@link AddressRanges#parse} */
    public static TrustedProxies parse(String text) {
        return new TrustedProxies(AddressRanges.parse(text));
    }

    /** @param address an IP address written out */
    public boolean include(String address) {
        return ranges.include(address);
    }
}
