package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DkimKeysTests extends PorticoTest {
    private static final String DOMAIN = "mail.acme.example";

    @Autowired
    private DkimKeys keys;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    private WorkspaceId workspace;

    @BeforeEach
    void open() {
        workspace = aWorkspace().id();
    }

    @Test
    void makesAKeyOnceAndSaysWhatToPublish() throws Exception {
        DkimRecord record = keys.of(workspace, DOMAIN);

        assertThat(keys.of(workspace, DOMAIN)).isEqualTo(record);
        assertThat(record.name()).matches("portico-20\\d{4}-[0-9a-f]{6}\\._domainkey\\.mail\\.acme\\.example");
        assertThat(publicKey(record).getModulus().bitLength()).isEqualTo(2048);
        assertThat(keys.of(workspace, "other.example")).isNotEqualTo(record);
        assertThat(keys.of(aWorkspace().id(), DOMAIN).selector())
                .as("two workspaces may publish beside each other")
                .isNotEqualTo(record.selector());
    }

    @Test
    void makesOneKeyForManyWhoAskAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<DkimRecord>> asked = IntStream.range(0, 4)
                    .mapToObj(n -> threads.submit(() -> keys.of(workspace, DOMAIN)))
                    .toList();
            threads.close();
            Set<DkimRecord> made = asked.stream().map(Future::resultNow).collect(Collectors.toSet());
            assertThat(made).hasSize(1);
        }
    }

    @Test
    void signsWhatThePublishedKeyVerifies() throws Exception {
        DkimRecord record = keys.of(workspace, DOMAIN);
        byte[] text = "from:kim@example.com".getBytes(StandardCharsets.US_ASCII);

        DkimSigner signer = keys.signer(workspace, DOMAIN).orElseThrow();

        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(publicKey(record));
        check.update(text);
        assertThat(check.verify(signer.sign(text))).isTrue();
        assertThat(signer.selector()).isEqualTo(record.selector());
        assertThat(keys.signer(aWorkspace().id(), DOMAIN)).isEmpty();
    }

    @Test
    void keepsPrivateKeysSealedToTheirPlace() {
        keys.of(workspace, DOMAIN);
        WorkspaceId thief = aWorkspace().id();
        byte[] sealed = sealed(workspace);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("RSA");
        keys.of(thief, DOMAIN);
        tenancy.run(
                thief,
                () -> jdbc.sql("update dkim_key set private_key_sealed = ? where workspace_id = ?")
                        .params(sealed, thief.value())
                        .update());

        assertThat(keys.signer(thief, DOMAIN))
                .as("moved to another workspace's row, a key does not open")
                .isEmpty();
        assertThat(keys.signer(workspace, DOMAIN)).isPresent();
    }

    @Test
    void hasAKeyForTheInstallationsDomain() {
        DkimRecord record = keys.ofInstallation("example.com");

        assertThat(keys.ofInstallation("example.com")).isEqualTo(record);
        assertThat(keys.signerOfInstallation("example.com").orElseThrow().selector())
                .isEqualTo(record.selector());
        assertThat(keys.signerOfInstallation("example.net")).isEmpty();
    }

    private byte[] sealed(WorkspaceId workspace) {
        return tenancy.in(
                workspace,
                () -> jdbc.sql("select private_key_sealed from dkim_key where workspace_id = ?")
                        .param(workspace.value())
                        .query(byte[].class)
                        .single());
    }

    private static RSAPublicKey publicKey(DkimRecord record) throws Exception {
        byte[] encoded = Base64.getDecoder().decode(record.value().replace("v=DKIM1; k=rsa; p=", ""));
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
