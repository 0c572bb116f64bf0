package io.portico.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long links and sessions of contacts live in one workspace. Each {@link Lifetime} is there, within its caps and in
 * whole seconds, and none outlives the one that bounds it.
 */
public record AccessPolicy(Map<Lifetime, Duration> lifetimes) {
    private static final Duration LEAST_WISH = Duration.ofMinutes(1);
    private static final List<Duration> OFFERED = List.of(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    /** For a workspace that has chosen nothing. */
    public static final AccessPolicy USUAL = usual();

    public AccessPolicy {
        lifetimes = Map.copyOf(lifetimes);
        for (Lifetime each : Lifetime.values()) {
            Duration length = lifetimes.get(each);
            if (length == null || length.getNano() != 0 || !each.admits(length)) {
                throw new IllegalArgumentException("%s cannot be %s".formatted(each, length));
            }
        }
        for (Bound bound : Bound.values()) {
            if (bound.isPassedIn(lifetimes)) {
                throw new IllegalArgumentException("%s outlives %s".formatted(bound.inner(), bound.outer()));
            }
        }
    }

    /** What may not outlive what. */
    public enum Bound {
        LINK(Lifetime.OPERATOR_LINK, Lifetime.CHOSEN_LINK),
        SESSION(Lifetime.SESSION_IDLE, Lifetime.SESSION_ABSOLUTE);

        private final Lifetime inner;
        private final Lifetime outer;

        Bound(Lifetime inner, Lifetime outer) {
            this.inner = inner;
            this.outer = outer;
        }

        public Lifetime inner() {
            return inner;
        }

        public Lifetime outer() {
            return outer;
        }

        /** False while one of the two is missing. */
        public boolean isPassedIn(Map<Lifetime, Duration> lifetimes) {
            Duration within = lifetimes.get(inner);
            Duration around = lifetimes.get(outer);
            return within != null && around != null && within.compareTo(around) > 0;
        }
    }

    public Duration of(Lifetime lifetime) {
        return lifetimes.getOrDefault(lifetime, lifetime.usual());
    }

    /** How long a link of this purpose lives when nobody wishes otherwise. */
    public Duration of(LinkPurpose purpose) {
        return of(purpose.lifetime());
    }

    /** The wished lifetime, cut to the longest that the workspace allows; at least a minute. */
    public Duration allowed(LinkPurpose purpose, Duration wished) {
        Duration longest = of(purpose == LinkPurpose.OPERATOR ? Lifetime.CHOSEN_LINK : purpose.lifetime());
        if (wished.compareTo(LEAST_WISH) < 0) {
            return LEAST_WISH;
        }
        return wished.compareTo(longest) > 0 ? longest : wished;
    }

    /** How long the wanted link may live. */
    Duration lifetime(NewLink wanted) {
        return wanted.lifetime().map(wish -> allowed(wanted.purpose(), wish)).orElseGet(() -> of(wanted.purpose()));
    }

    /** The lifetimes an operator may choose from, shortest first; the default is always among them. */
    public List<Duration> offered() {
        return Stream.concat(OFFERED.stream(), Stream.of(of(Lifetime.OPERATOR_LINK), of(Lifetime.CHOSEN_LINK)))
                .filter(each -> each.compareTo(of(Lifetime.CHOSEN_LINK)) <= 0)
                .distinct()
                .sorted()
                .toList();
    }

    private static AccessPolicy usual() {
        Map<Lifetime, Duration> usual = new EnumMap<>(Lifetime.class);
        Arrays.stream(Lifetime.values()).forEach(each -> usual.put(each, each.usual()));
        return new AccessPolicy(usual);
    }
}
