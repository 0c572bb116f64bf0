package io.portico.limits;

import io.portico.kernel.IpAddress;
import io.portico.kernel.WorkspaceId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody at a door: {@code Knock.at(Door.CODE, ip).in(workspace).by(address)}. A door's limits by something that a
 * knock does not tell do not count it.
 */
public final class Knock {
    private final Door door;
    private final Map<Measure, String> by;

    private Knock(Door door, Map<Measure, String> by) {
        this.door = door;
        this.by = by;
    }

    /** @param ip as {@code 192.0.2.7} or {@code 2001:db8::1} */
    public static Knock at(Door door, String ip) {
        String network = IpAddress.parse(ip).map(IpAddress::network).orElse(ip);
        return new Knock(door, new EnumMap<>(Map.of(Measure.NETWORK, network)));
    }

    public Knock in(WorkspaceId workspace) {
        return with(Measure.WORKSPACE, workspace.toString());
    }

    /** @param emailKey an address in its one spelling, or what was typed instead of one */
    public Knock by(String emailKey) {
        return with(Measure.ADDRESS, emailKey);
    }

    /** @param contact a contact's id, or for a secret that leads to nobody whatever tells it from others */
    public Knock about(String contact) {
        return with(Measure.CONTACT, contact);
    }

    /** @param key the id of an API key */
    public Knock withKey(String key) {
        return with(Measure.KEY, key);
    }

    private Knock with(Measure measure, String value) {
        var more = new EnumMap<>(by);
        more.put(measure, value);
        return new Knock(door, more);
    }

    /** One for each limit that counts this knock, in the order in which all nodes take them. */
    List<Tally> tallies() {
        String workspace = by.getOrDefault(Measure.WORKSPACE, "");
        return door.limits().stream()
                .filter(limit -> by.containsKey(limit.measure()))
                .map(limit -> new Tally(TallyKey.of(door, limit.measure(), scope(limit, workspace)), limit))
                .sorted(Comparator.comparing(tally -> tally.key().toString()))
                .toList();
    }

    /** A network is counted over all workspaces, everything else within its own. */
    private String scope(Limit limit, String workspace) {
        String value = by.getOrDefault(limit.measure(), "");
        return limit.measure() == Measure.NETWORK ? value : workspace + " " + value;
    }

    /** What is counted against one limit. */
    record Tally(UUID key, Limit limit) {}

    @Override
    public String toString() {
        return "Knock[" + door + "]";
    }
}
