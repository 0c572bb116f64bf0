package io.portico.web;

import io.portico.access.ContactSession;
import io.portico.access.OperatorSession;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who has a live session on this site, as Spring Security knows them. */
abstract sealed class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private SignedIn(String authority) {
        super(List.of(new SimpleGrantedAuthority(authority)));
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    static final class OperatorSignedIn extends SignedIn {
        private static final long serialVersionUID = 1L;
        private final transient OperatorSession session;

        OperatorSignedIn(OperatorSession session) {
            super("OPERATOR");
            this.session = session;
        }

        @Override
        public OperatorSession getPrincipal() {
            return session;
        }
    }

    static final class ContactSignedIn extends SignedIn {
        private static final long serialVersionUID = 1L;
        private final transient ContactSession session;

        ContactSignedIn(ContactSession session) {
            super("CONTACT");
            this.session = session;
        }

        @Override
        public ContactSession getPrincipal() {
            return session;
        }
    }
}
