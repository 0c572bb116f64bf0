package io.portico.web;

import io.portico.installation.TrustedProxies;
import io.portico.kernel.IpAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a chain of reverse proxies tells about the request it passes on: {@code X-Forwarded-For}, {@code -Proto},
 * {@code -Host}, and {@code Forwarded} of RFC 7239. Each proxy adds at the right, so what stands further left may be
 * invented. Where both kinds of header come and tell different things, one was invented by the client, and neither is
 * believed.
 */
record ForwardedHeaders(List<String> hops, Optional<String> proto, Optional<String> host) {
    static final Set<String> NAMES = Set.of(
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-proto",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-ssl",
            "x-real-ip");

    private static final ForwardedHeaders NOTHING = new ForwardedHeaders(List.of(), Optional.empty(), Optional.empty());
    private static final Pattern PORT = Pattern.compile("^(\\[[^\\]]*]|[^:\\[\\]]*):[\\w.-]+$");

    ForwardedHeaders {
        hops = List.copyOf(hops);
    }

    static ForwardedHeaders of(HttpServletRequest request) {
        ForwardedHeaders common = new ForwardedHeaders(
                values(request, "X-Forwarded-For"),
                last(values(request, "X-Forwarded-Proto")),
                last(values(request, "X-Forwarded-Host")));
        return agreed(common, standard(values(request, "Forwarded")));
    }

    private static ForwardedHeaders standard(List<String> elements) {
        List<Optional<String>> hops =
                elements.stream().map(element -> parameter(element, "for")).toList();
        return new ForwardedHeaders(
                hops.stream().allMatch(Optional::isEmpty)
                        ? List.of()
                        : hops.stream().map(hop -> hop.orElse("unknown")).toList(),
                last(elements).flatMap(element -> parameter(element, "proto")),
                last(elements).flatMap(element -> parameter(element, "host")));
    }

    private static ForwardedHeaders agreed(ForwardedHeaders one, ForwardedHeaders other) {
        return new ForwardedHeaders(
                agreed(one, other, ForwardedHeaders::hopsAsOne).hops(),
                agreed(one, other, ForwardedHeaders::proto).proto(),
                agreed(one, other, ForwardedHeaders::host).host());
    }

    /** The one that tells something; neither when both do and differ. */
    private static ForwardedHeaders agreed(
            ForwardedHeaders one, ForwardedHeaders other, Function<ForwardedHeaders, Optional<String>> told) {
        Optional<String> first = told.apply(one);
        Optional<String> second = told.apply(other);
        if (first.isPresent() && second.isPresent()) {
            return first.equals(second) ? one : NOTHING;
        }
        return first.isPresent() ? one : other;
    }

    private Optional<String> hopsAsOne() {
        return hops.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        ",", hops.stream().map(ForwardedHeaders::withoutPort).toList()));
    }

    /**
     * The right-most address that is no trusted proxy's. Ends at what is no address: beyond it nothing is known, so the
     * proxy that told it is all there is.
     */
    String client(String peer, TrustedProxies proxies) {
        String client = peer;
        List<String> nearestFirst = new ArrayList<>(hops);
        Collections.reverse(nearestFirst);
        for (String hop : nearestFirst) {
            Optional<String> address = IpAddress.parse(withoutPort(hop)).map(IpAddress::toString);
            if (address.isEmpty()) {
                return client;
            }
            client = address.get();
            if (!proxies.include(client)) {
                return client;
            }
        }
        return client;
    }

    private static String withoutPort(String hop) {
        return PORT.matcher(hop).replaceFirst("$1").replaceAll("[\\[\\]]", "");
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Optional<String> parameter(String element, String name) {
        return Arrays.stream(element.split(";"))
                .map(String::strip)
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1).replace("\"", "").strip())
                .findFirst();
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }
}
