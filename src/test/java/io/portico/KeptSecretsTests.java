package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.LinkPurpose;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of secrets is known, and each is tried at the doors by {@link SecretsAtDoorsTests}. */
class KeptSecretsTests extends PorticoTest {
    /** What is kept of secrets in the database, and which kinds those are; a column that is missing here fails. */
    private static final Map<String, Set<SecretKind>> KEPT = Map.ofEntries(
            Map.entry(
                    "magic_link.token_hash",
                    EnumSet.of(
                            SecretKind.OPERATOR_LINK,
                            SecretKind.SELF_LINK,
                            SecretKind.LOGIN_EMAIL_LINK,
                            SecretKind.INVITATION_LINK,
                            SecretKind.AUTOMATION_LINK)),
            Map.entry("magic_link.code_hmac", EnumSet.of(SecretKind.CODE)),
            Map.entry("session.token_hash", EnumSet.of(SecretKind.CONTACT_SESSION)),
            Map.entry("operator_session.token_hash", EnumSet.of(SecretKind.OPERATOR_SESSION)),
            Map.entry("operator.password_hash", EnumSet.of(SecretKind.PASSWORD)),
            Map.entry("operator_invitation.token_hash", EnumSet.of(SecretKind.OPERATOR_INVITATION)),
            Map.entry("password_reset.token_hash", EnumSet.of(SecretKind.PASSWORD_RESET)),
            Map.entry("set_up_link.token_hash", EnumSet.of(SecretKind.SET_UP_LINK)),
            Map.entry("operator_half_way.token_hash", EnumSet.of(SecretKind.HALF_WAY)),
            Map.entry("operator_totp.secret", EnumSet.of(SecretKind.TOTP_CODE)),
            Map.entry("operator_recovery_code.code_hmac", EnumSet.of(SecretKind.RECOVERY_CODE)),
            Map.entry("api_key.token_hash", EnumSet.of(SecretKind.API_KEY)),
            Map.entry("automation.hook_hash", EnumSet.of(SecretKind.AUTOMATION_ADDRESS)));

    /** Hashes of what is no secret. */
    private static final Set<String> NO_SECRETS = Set.of(
            "operator_sign_in_try.address_hash",
            "code_try.address_hash",
            // Public keys, and challenges that were answered.
            "operator_passkey.credential",
            "passkey_challenge_spent.challenge_hash",
            // What it names is its content, shown to everybody or to the workspace.
            "brand_image.hash",
            "mail_words.hash",
            // Sent in the clear beside its signature; kept so that it counts once.
            "mailgun_token.token_hash",
            // For everybody to read in DNS.
            "portal_host.token",
            // Keys that sign what leaves, sealed; they open no door here.
            "webhook.secret",
            "webhook.former_secret");

    @Autowired
    JdbcClient jdbc;

    @Test
    void areAllKnownHere() {
        var sql = """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and column_name ~ '(hash|hmac|secret|token|password|credential)$'""";
        Set<String> kept = Set.copyOf(jdbc.sql(sql).query(String.class).list());

        assertThat(kept.stream().filter(column -> !NO_SECRETS.contains(column)))
                .as("columns that keep secrets")
                .containsExactlyInAnyOrderElementsOf(KEPT.keySet());
        assertThat(KEPT.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    }

    @Test
    void areEachTriedAtADoorThatTheyOpen() {
        Set<SecretDoor> opened = Arrays.stream(SecretKind.values())
                .flatMap(kind -> kind.opens().stream())
                .collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(opened)))
                .containsExactlyInAnyOrder(SecretDoor.SET_UP_PAGE, SecretDoor.SET_UP_BUTTON);
        assertThat(Arrays.stream(SecretKind.values()).map(SecretKind::name))
                .containsAll(Arrays.stream(LinkPurpose.values())
                        .map(purpose -> purpose.name() + "_LINK")
                        .toList());
    }
}
