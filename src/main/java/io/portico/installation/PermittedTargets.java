package io.portico.installation;

/**
 * Where webhooks may go although it is no public address, or speaks plain HTTP: ranges of the host's own network, by
 * default none.
 */
public record PermittedTargets(AddressRanges ranges) {
    public static final PermittedTargets NONE = new PermittedTargets(AddressRanges.NONE);

    /** @throws IllegalArgumentException as {@link AddressRanges#parse} */
    public static PermittedTargets parse(String text) {
        return new PermittedTargets(AddressRanges.parse(text));
    }

    /** @param address an IP address written out */
    public boolean include(String address) {
        return ranges.include(address);
    }
}
