package io.portico.api;

import io.portico.access.keys.ApiKey;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program with a live key, as Spring Security knows it. */
final class ApiCaller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient ApiKey key;

    ApiCaller(ApiKey key) {
        super(List.of(new SimpleGrantedAuthority("API_KEY")));
        this.key = key;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public ApiKey getPrincipal() {
        return key;
    }
}
