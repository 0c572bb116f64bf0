package io.portico.access;

import io.portico.kernel.OperatorId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OperatorCredentialStore {
    private final JdbcClient jdbc;

    OperatorCredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OperatorCredential> withEmail(String emailKey) {
        return jdbc.sql("select id, name, password_hash from operator where email_key = ?")
                .param(emailKey)
                .query((row, n) -> new OperatorCredential(
                        new OperatorId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("password_hash")))
                .optional();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such operator */
    String emailKeyOf(OperatorId operator) {
        return jdbc.sql("select email_key from operator where id = ?")
                .param(operator.value())
                .query(String.class)
                .single();
    }

    /** The operator's address by its key. */
    String change(OperatorId operator, String passwordHash) {
        return jdbc.sql("update operator set password_hash = ? where id = ? returning email_key")
                .params(passwordHash, operator.value())
                .query(String.class)
                .single();
    }
}
