package io.portico.web;

import io.portico.installation.TrustedProxies;
import io.portico.kernel.IpAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request with the client's own address, host and scheme, and without forwarded headers. */
final class ResolvedRequest extends HttpServletRequestWrapper {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String client;
    private final String scheme;
    private final String host;
    private final int port;

    private ResolvedRequest(HttpServletRequest request, String client, String scheme, String host, int port) {
        super(request);
        this.client = client;
        this.scheme = scheme;
        this.host = host;
        this.port = port;
    }

    static ResolvedRequest direct(HttpServletRequest request) {
        return new ResolvedRequest(
                request,
                plain(request.getRemoteAddr()),
                request.getScheme(),
                request.getServerName(),
                request.getServerPort());
    }

    static ResolvedRequest behindProxies(HttpServletRequest request, ForwardedHeaders told, TrustedProxies proxies) {
        String scheme = told.proto()
                .map(proto -> proto.toLowerCase(Locale.ROOT))
                .filter(proto -> proto.equals("http") || proto.equals("https"))
                .orElse(request.getScheme());
        Optional<Matcher> host = told.host().map(HOST::matcher);
        // A proxy that passes on what is no host is not overruled: such a host is nobody's.
        String name = host.map(found -> found.matches() ? found.group(1) : "").orElse(request.getServerName());
        int port = host.isPresent() ? portOf(host.get(), scheme) : request.getServerPort();
        return new ResolvedRequest(request, plain(told.client(request.getRemoteAddr(), proxies)), scheme, name, port);
    }

    private static int portOf(Matcher host, String scheme) {
        return host.matches() && host.group(2) != null
                ? Integer.parseInt(host.group(2))
                : scheme.equals("https") ? HTTPS : HTTP;
    }

    /** Each address in one spelling. */
    private static String plain(String address) {
        return IpAddress.parse(address).map(IpAddress::toString).orElse(address);
    }

    @Override
    public String getRemoteAddr() {
        return client;
    }

    @Override
    public String getRemoteHost() {
        return client;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public boolean isSecure() {
        return scheme.equals("https");
    }

    @Override
    public String getServerName() {
        return host;
    }

    @Override
    public int getServerPort() {
        return port;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(scheme + "://" + host + (isUsualPort() ? "" : ":" + port)).append(getRequestURI());
    }

    private boolean isUsualPort() {
        return port == (isSecure() ? HTTPS : HTTP);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isForwarded(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isForwarded(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isForwarded(name))
                .toList());
    }

    private static boolean isForwarded(String name) {
        return ForwardedHeaders.NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
