package io.portico.web;

import io.portico.access.ContactSessions;
import io.portico.access.OperatorSessions;
import io.portico.installation.Installation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What strangers may reach, on the console and on portals, and the headers of every answer. All other routes need a
 * session; which workspace and role they need is decided when the {@link ConsoleVisit} is made.
 */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    static final String[] OPEN_IN_CONSOLE = {
        "/sign-in",
        "/sign-in/second-step",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
        "/forgot-password",
        "/reset-password/*",
        "/set-up/*",
        "/join/*",
        "/language"
    };
    static final String[] OPEN_IN_PORTAL = {
        "/sign-in",
        "/sign-in/code",
        "/in/*",
        "/in/*/*",
        "/in",
        "/language",
        "/brand.css",
        "/brand/*",
        "/icon.svg",
        "/app.webmanifest",
        "/sw.js",
        "/offline",
        "/.well-known/apple-app-site-association",
        "/.well-known/assetlinks.json"
    };
    private static final String[] OPEN_EVERYWHERE = {"/assets/**", "/healthz", "/error", "/favicon.ico"};

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private final Installation installation;
    private final SessionFilter sessions;
    private final StaleForms staleForms;

    SecurityRules(
            Installation installation,
            SessionCookie cookie,
            OperatorSessions operators,
            ContactSessions contacts,
            StaleForms staleForms) {
        this.installation = installation;
        this.staleForms = staleForms;
        this.sessions = new SessionFilter(cookie, operators, contacts);
    }

    private static boolean isLinkPage(HttpServletRequest request) {
        return Site.isPortal(request) && request.getRequestURI().startsWith("/in");
    }

    @Bean
    @Order(1)
    SecurityFilterChain consoleRules(HttpSecurity http) throws Exception {
        return common(http.securityMatcher(Site::isConsole), OPEN_IN_CONSOLE);
    }

    @Bean
    @Order(2)
    SecurityFilterChain portalRules(HttpSecurity http) throws Exception {
        return common(http.securityMatcher(Site::isPortal), OPEN_IN_PORTAL);
    }

    /** Nobody is signed in on a host that only sends on, and nothing is done there. */
    @Bean
    @Order(3)
    SecurityFilterChain movedRules(HttpSecurity http, MovedHosts moved) throws Exception {
        return headers(http.addFilterAfter(moved.filter(), HeaderWriterFilter.class))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.disable())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private SecurityFilterChain common(HttpSecurity http, String... open) throws Exception {
        boolean secure = installation.consoleUrl().getScheme().equals("https");
        // Both before the CSRF filter, which reads the body.
        return headers(http.addFilterBefore(sessions, CsrfFilter.class)
                        .addFilterBefore(new UploadFilter(), CsrfFilter.class)
                        .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_EVERYWHERE)
                                .permitAll()
                                .requestMatchers(open)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                        .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository(secure))
                                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                        // With either of these left to Spring, a page's token would be good for one form only.
                        .sessionManagement(session -> session.disable())
                        .securityContext(
                                context -> context.securityContextRepository(new NullSecurityContextRepository()))
                        .requestCache(cache -> cache.disable())
                        .logout(logout -> logout.disable())
                        .formLogin(login -> login.disable())
                        .httpBasic(basic -> basic.disable())
                        .exceptionHandling(on ->
                                on.authenticationEntryPoint(new ToSignIn()).accessDeniedHandler(staleForms)))
                .build();
    }

    private static HttpSecurity headers(HttpSecurity http) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                // Unlike Spring's own writer this one leaves the header of a handler that knows better.
                .frameOptions(frame -> frame.disable())
                .addHeaderWriter(new StaticHeadersWriter("X-Frame-Options", "DENY"))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        SecurityRules::isLinkPage, new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")));
    }
}
