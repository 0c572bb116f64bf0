package io.portico.tenancy;

import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opens transactions that see one workspace. Outside of one, tenant tables show no rows and take none: row-level
 * security fails closed.
 *
 * <p>Calls nest: within the same scope the inner one joins the outer transaction; a different scope inside is a mistake
 * and refused.
 */
@Component
public class Tenancy {
    private static final String SCOPE = Tenancy.class.getName() + ".scope";

    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    Tenancy(TransactionOperations transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Runs the work in a transaction that sees this workspace alone. */
    public <T> T in(WorkspaceId workspace, Supplier<T> work) {
        return scoped("portico.workspace_id", workspace.toString(), work);
    }

    /** {@link #in} for work without a result. */
    public void run(WorkspaceId workspace, Runnable work) {
        in(workspace, asSupplier(work));
    }

    /** Sees the memberships of one operator in every workspace, and nothing else. */
    public <T> T asOperator(OperatorId operator, Supplier<T> work) {
        return scoped("portico.operator_id", operator.toString(), work);
    }

    /** Sees the one row that a stranger's secret opens. */
    public <T> T withSecretHash(byte[] hash, Supplier<T> work) {
        return scoped("portico.token_hash", HexFormat.of().formatHex(hash), work);
    }

    /** For workers that serve all workspaces: sees those tables that their migration opens to them. */
    public <T> T everywhere(Supplier<T> work) {
        return scoped("portico.everywhere", "on", work);
    }

    // execute's result is nullable only when the work returns null, which null-marked suppliers do not.
    @SuppressWarnings("NullAway")
    private <T> T scoped(String setting, String value, Supplier<T> work) {
        String scope = setting + "=" + value;
        Object outer = TransactionSynchronizationManager.getResource(SCOPE);
        if (outer != null) {
            refuseOther(outer, scope);
            return work.get();
        }
        return transactions.execute(status -> {
            bind(scope, setting, value);
            return work.get();
        });
    }

    private void bind(String scope, String setting, String value) {
        TransactionSynchronizationManager.bindResource(SCOPE, scope);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(SCOPE);
            }
        });
        jdbc.sql("select set_config(:setting, :value, true)")
                .param("setting", setting)
                .param("value", value)
                .query(String.class)
                .single();
    }

    private static void refuseOther(Object outer, String scope) {
        if (!outer.equals(scope)) {
            throw new IllegalStateException("already within " + outer + ", cannot work within " + scope);
        }
    }

    private static Supplier<Boolean> asSupplier(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }
}
