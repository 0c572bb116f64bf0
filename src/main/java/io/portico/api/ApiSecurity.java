package io.portico.api;

import io.portico.access.keys.ApiKeys;
import io.portico.automation.IncomingCalls;
import io.portico.limits.Limits;
import io.portico.tenancy.Tenancy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * The API's own chain on the console's host. It looks at keys alone, so there is no cookie that another site could make
 * a browser send, and nothing for CSRF to guard; and it names no foreign origin, so no page elsewhere reads an answer.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain apiRules(
            HttpSecurity http, ApiKeys keys, Limits limits, Exchanges exchanges, Routes routes, ProblemWriter problems)
            throws Exception {
        return http.securityMatcher(ApiPaths::isApi)
                .addFilterBefore(exchanges.callFilter(limits, problems), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new ApiKeyFilter(keys, limits, problems), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new MethodFilter(routes, problems), AuthorizationFilter.class)
                .addFilterAfter(exchanges.filter(problems), MethodFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(ApiPaths.DOCUMENT)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.disable())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .formLogin(login -> login.disable())
                .httpBasic(basic -> basic.disable())
                .exceptionHandling(
                        on -> on.authenticationEntryPoint((request, response, why) -> refuse(problems, response))
                                .accessDeniedHandler((request, response, why) -> refuse(problems, response)))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** What a changing request goes through. */
    @Component
    record Exchanges(Tenancy tenancy, KeptAnswers kept, ApiJson json, IncomingCalls calls, List<Inquiry> inquiries) {
        CallFilter callFilter(Limits limits, ProblemWriter problems) {
            return new CallFilter(calls, limits, json, problems);
        }

        ApiExchange filter(ProblemWriter problems) {
            return new ApiExchange(tenancy, kept, json, problems, inquiries);
        }
    }

    private static void refuse(ProblemWriter problems, HttpServletResponse response) throws IOException {
        problems.write(
                ApiProblem.of(
                        HttpStatus.UNAUTHORIZED,
                        "missing_key",
                        "Send an API key in the header Authorization: Bearer portico_…. Keys are made in the console"
                                + " under Settings, API keys."),
                response);
    }
}
