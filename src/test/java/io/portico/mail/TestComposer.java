package io.portico.mail;

import io.portico.kernel.Language;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Composes login e-mails out of the order's details: {@code name}, {@code language}, {@code skip} with a reason, or
 * {@code fault} to fail.
 */
public class TestComposer implements MailComposer {
    public static final String LINK = "http://acme.localhost:8080/in/secret-of-this-link";
    public static final String CODE = "123456";

    private final AtomicInteger composed = new AtomicInteger();

    @Override
    public MailTemplate template() {
        return MailTemplate.LOGIN_EMAIL;
    }

    public int composed() {
        return composed.get();
    }

    @Override
    public Composition compose(MailOrder order) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new AssertionError("composed within a transaction");
        }
        composed.incrementAndGet();
        Map<String, String> details = order.details();
        if (details.containsKey("fault")) {
            throw new IllegalStateException("asked to fail");
        }
        if (details.containsKey("skip")) {
            return new Composition.Skip(SkipReason.of(details.get("skip")));
        }
        return new Composition.Ready(
                order.address().orElseThrow(),
                Language.of(details.getOrDefault("language", "en")),
                values(details.getOrDefault("name", "Minji")),
                LINK,
                Optional.of(CODE),
                Optional.ofNullable(details.get("note")));
    }

    public static Map<CustomValue, String> values(String name) {
        return Map.of(
                CustomValue.CONTACT_FIRST_NAME, name,
                CustomValue.CONTACT_NAME, name,
                CustomValue.PORTAL_URL, "http://acme.localhost:8080",
                CustomValue.PORTAL_MAGIC_LINK, LINK,
                CustomValue.PORTAL_CODE, CODE,
                CustomValue.PORTAL_LINK_EXPIRES_AT, "Aug 1, 2026, 9:00 AM",
                CustomValue.OPERATOR_NAME, "Kim");
    }
}
