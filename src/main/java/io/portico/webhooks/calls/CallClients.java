package io.portico.webhooks.calls;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes HTTP clients that do nothing by themselves: no redirect, retry, cookie, sign-in, decompression or proxy. */
final class CallClients {
    private static final int MOST_CONNECTIONS = 512;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;

    private CallClients() {}

    static CloseableHttpClient over(GuardedNames names, Duration patience) {
        return HttpClients.custom()
                .setConnectionManager(connections(names, patience))
                .setDefaultRequestConfig(request(patience))
                .setUserAgent("Portico-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static RequestConfig request(Duration patience) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(patience))
                .setResponseTimeout(Timeout.of(patience))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(GuardedNames names, Duration patience) {
        Http1Config lines = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        ConnectionConfig times = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(patience.dividedBy(3)))
                .setSocketTimeout(Timeout.of(patience))
                .setTimeToLive(TimeValue.ofMinutes(1))
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(lines)
                        .build())
                .setDefaultConnectionConfig(times)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
    }
}
