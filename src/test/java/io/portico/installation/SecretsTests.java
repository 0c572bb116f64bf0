package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.AuthenticatorApp;
import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.mail.delivery.ScriptedMailServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goes through every door of a node that logs all it can, then looks for the keys in what the node keeps. */
class SecretsTests {
    private static final String PASSWORD = "a quiet harbour at dusk";
    private static final String CHANGED_PASSWORD = "four slow rivers north";
    private static final String OTHER_PASSWORD = "eleven loud bitterns";

    private final Map<String, String> secrets = new LinkedHashMap<>();

    @TempDir
    private Path data;

    private Node node;
    private ScriptedMailServer mails;

    @Test
    void leavesNoSecretInLogOrDatabase() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer().start()) {
            mails = server;
            node = Node.serving(
                    data,
                    "--portico.smtp-url=smtp://localhost:" + server.port() + "?from=portal@example.com&starttls=off",
                    "--logging.level.root=trace");
            goThroughEveryDoor();
            assertThat(secrets).hasSizeGreaterThan(10);
            assertThat(found(node.said() + node.complained(), "log")).isEmpty();
            assertThat(found(everythingInTheDatabase(), "database")).isEmpty();
        } finally {
            node.close();
        }
    }

    private void goThroughEveryDoor() throws Exception {
        Visitor owner = setUp();
        securesTheAccount(owner);
        String contact = aContact(owner, "kim@example.com");
        aContact(owner, "lee@example.com");
        String other = aContact(owner, "sam@example.com");
        keep("copied link", made(owner, contact));
        usesTheApi(owner, contact);
        Visitor colleague = invited(owner);
        signInWithANewPassword(colleague);
        Visitor kim = signedInByLink();
        keepCookies("contact", kim);
        Visitor again = signedInByCode();
        keepCookies("contact by code", again);
        owner.post("/w/studio/login-emails/send", "id", other);
        keepLinkAndCode("login e-mail", mailTo("sam@example.com", 1));
        owner.post("/w/studio/invite/send", "addresses", "new@example.com");
        keepLinkAndCode("invitation", mailTo("new@example.com", 1));
    }

    private Visitor setUp() throws Exception {
        Matcher link = Pattern.compile("/set-up/[A-Za-z0-9_-]{43}").matcher(node.said());
        assertThat(link.find()).isTrue();
        Visitor owner = new Visitor(node.port());
        owner.get(link.group());
        secrets.put("password", PASSWORD);
        Page done = owner.post(
                link.group(),
                "name",
                "Robin Reyes",
                "email",
                "robin@example.com",
                "password",
                PASSWORD,
                "workspace",
                "Studio",
                "slug",
                "studio",
                "workspaceLanguage",
                "en",
                "timeZone",
                "UTC");
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        keepCookies("owner", owner);
        return owner;
    }

    private void securesTheAccount(Visitor owner) {
        Page begin = owner.get("/account/two-step");
        String key = one("readonly value=\"([A-Z2-7 ]+)\"", begin);
        String sealed = one("name=\"sealed\" value=\"([^\"]+)\"", begin);
        secrets.put("key of the authenticator app", key.replace(" ", ""));
        secrets.put("key of the authenticator app, in bytes", new AuthenticatorApp(key).hexKey());
        Page codes = owner.post("/account/two-step", "sealed", sealed, "code", new AuthenticatorApp(key).code(0));
        secrets.put("recovery code", one("<code>([0-9a-z-]+)</code>", codes));
        secrets.put("changed password", CHANGED_PASSWORD);
        Page changed = owner.post("/account/password", "currentPassword", PASSWORD, "newPassword", CHANGED_PASSWORD);
        assertThat(changed.status()).as(changed.body()).isEqualTo(303);
    }

    private static String one(String pattern, Page page) {
        Matcher found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(page.status() + page.body()).isTrue();
        return found.group(1);
    }

    private String aContact(Visitor owner, String email) {
        Page saved = owner.post("/w/studio/people", "firstName", "Kim", "email", email);
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        return saved.location().substring(saved.location().lastIndexOf('/') + 1);
    }

    private static String made(Visitor owner, String contact) {
        Page page = owner.post("/w/studio/magic-link", "contact", contact, "target", "/", "lifetime", "PT1H");
        Matcher link = Pattern.compile("/in/([A-Za-z0-9_-]{43})").matcher(page.body());
        assertThat(link.find()).as(page.status() + page.body()).isTrue();
        return link.group(1);
    }

    /** The answer with the link is kept for a repeated request. */
    private void usesTheApi(Visitor owner, String contact) {
        Page page = owner.post("/w/studio/settings/api-keys", "name", "Robot", "scope", "workspace:read");
        Matcher key = Pattern.compile("portico_[0-9A-Za-z]{49}").matcher(page.body());
        assertThat(key.find()).as(page.status() + page.body()).isTrue();
        keep("API key", key.group());
        keep("API key without what is shown of it", key.group().substring(12));
        assertThat(owner.getAs("Bearer " + key.group(), "/api/v1/workspace").status())
                .isEqualTo(200);
        owner.getAs("Basic " + key.group(), "/api/v1/workspace");
        owner.get("/api/v1/workspace?key=" + key.group());
    }

    private Visitor invited(Visitor owner) {
        owner.post("/w/studio/operators", "email", "dana@example.com", "role", "admin");
        String join = secretIn(mailTo("dana@example.com", 1), "join");
        keep("operator's invitation", join);
        Visitor colleague = new Visitor(node.port());
        colleague.get("/join/" + join);
        Page joined = colleague.post("/join/" + join, "name", "Dana", "password", PASSWORD);
        assertThat(joined.status()).as(joined.body()).isEqualTo(303);
        keepCookies("colleague", colleague);
        return colleague;
    }

    private void signInWithANewPassword(Visitor colleague) {
        colleague.post("/sign-out");
        Visitor stranger = new Visitor(node.port());
        stranger.post("/sign-in", "email", "dana@example.com", "password", "wrong " + PASSWORD);
        stranger.post("/forgot-password", "email", "dana@example.com");
        String reset = secretIn(mailTo("dana@example.com", 2), "reset-password");
        keep("password reset", reset);
        secrets.put("new password", OTHER_PASSWORD);
        stranger.get("/reset-password/" + reset);
        stranger.post("/reset-password/" + reset, "password", OTHER_PASSWORD);
        Page in = stranger.post("/sign-in", "email", "dana@example.com", "password", OTHER_PASSWORD);
        assertThat(in.status()).as(in.body()).isEqualTo(303);
        keepCookies("colleague again", stranger);
    }

    private Visitor signedInByLink() {
        Visitor kim = new Visitor(node.port(), "studio.localhost");
        kim.post("/sign-in", "email", "kim@example.com");
        String mail = mailTo("kim@example.com", 1);
        keepLinkAndCode("sign-in mail", mail);
        String link = secretIn(mail, "in");
        kim.get("/in/" + link);
        assertThat(kim.post("/in/" + link).status()).isEqualTo(303);
        kim.get("/");
        return kim;
    }

    private Visitor signedInByCode() {
        Visitor lee = new Visitor(node.port(), "studio.localhost");
        lee.post("/sign-in", "email", "lee@example.com");
        String mail = mailTo("lee@example.com", 1);
        keepLinkAndCode("second sign-in mail", mail);
        lee.post("/sign-in/code", "email", "lee@example.com", "code", "000000", "sent", "true");
        Page in = lee.post("/sign-in/code", "email", "lee@example.com", "code", codeIn(mail), "sent", "true");
        assertThat(in.status()).as(in.body()).isEqualTo(303);
        return lee;
    }

    /** The latest mail to the address, once there are more than so many. */
    private String mailTo(String address, int more) {
        List<String> found = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> mails.mails().stream()
                                .filter(mail -> mail.contains("To: " + address))
                                .map(mail -> mail.replace("=\r\n", ""))
                                .toList(),
                        all -> all.size() >= Math.max(1, more));
        return found.getLast();
    }

    private void keepLinkAndCode(String name, String mail) {
        keep(name + "'s link", secretIn(mail, "in"));
        secrets.put(name + "'s code", codeIn(mail));
    }

    private static String secretIn(String mail, String door) {
        Matcher link = Pattern.compile("/" + door + "/([A-Za-z0-9_-]{43})").matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group(1);
    }

    private static String codeIn(String mail) {
        Matcher code = Pattern.compile("(?m)(?:^|: )(\\d{3}) ?(\\d{3})\\s*$").matcher(mail);
        assertThat(code.find()).as(mail).isTrue();
        return code.group(1) + code.group(2);
    }

    private void keep(String name, String secret) {
        secrets.put(name, secret);
    }

    private void keepCookies(String who, Visitor visitor) {
        keep(who + "'s session", visitor.cookie("portico_session"));
        if (!visitor.cookie("portico_csrf").isEmpty()) {
            keep(who + "'s CSRF token", visitor.cookie("portico_csrf"));
        }
    }

    /** The names of the secrets that occur as words of their own, with some of the text before them. */
    private List<String> found(String text, String where) {
        List<String> found = new ArrayList<>();
        secrets.forEach((name, secret) -> {
            int at = text.indexOf(secret);
            while (at >= 0 && !isWord(text, at, at + secret.length())) {
                at = text.indexOf(secret, at + 1);
            }
            if (at >= 0) {
                found.add(name + " in the " + where + ": …" + text.substring(Math.max(0, at - 120), at));
            }
        });
        return found;
    }

    private static boolean isWord(String text, int from, int to) {
        return !isPart(text, from - 1) && !isPart(text, to);
    }

    private static boolean isPart(String text, int at) {
        return at >= 0
                && at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || ".-_".indexOf(text.charAt(at)) >= 0);
    }

    private String everythingInTheDatabase() throws Exception {
        var all = new StringBuilder();
        try (Connection connection = node.database();
                Statement statement = connection.createStatement()) {
            for (String table : strings(statement, "select tablename from pg_tables where schemaname = 'public'")) {
                strings(statement, "select t::text from \"" + table + "\" t")
                        .forEach(row ->
                                all.append(table).append(": ").append(row).append('\n'));
            }
        }
        return all.toString();
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
