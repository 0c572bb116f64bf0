package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.access.keys.ApiScope;
import io.portico.access.keys.NewApiKey;
import io.portico.api.Program.Reply;
import io.portico.mail.Mailbox;
import io.portico.tenancy.Tenancy;
import io.portico.webhooks.Receiver;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.OperatorRoles;
import io.portico.workspace.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole main job by API alone: from a contact to somebody who is in. */
class JobByApiTests extends ApiTest {
    @Autowired
    Mailbox mailbox;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OperatorRoles roles;

    @Test
    void invitesAContactWhoJoinsFromTheMail() {
        try (Receiver crm = new Receiver()) {
            robot.post("/api/v1/webhooks", "{'url': '" + crm.url("/") + "', 'events': ['contact.joined']}");
            invitesAContactWhoJoinsFromTheMail(crm);
        }
    }

    private void invitesAContactWhoJoinsFromTheMail(Receiver crm) {
        String id = robot.post("/api/v1/contacts", "{'email': 'minji@example.com', 'first_name': 'Minji'}")
                .json()
                .path("id")
                .asString();

        robot.post("/api/v1/contacts/" + id + "/tags", "{'add': ['client']}");
        assertThat(robot.get("/api/v1/contacts?tag=client").json().path("data").size())
                .isEqualTo(1);

        Reply invited = robot.post(
                "/api/v1/invitations",
                "{'contact_ids': ['" + id + "'], 'recipients': [{'email': 'new@example.com', 'first_name': 'Lee'},"
                        + " {'email': 'nobody'}, {'email': 'NEW@example.com'}], 'note': 'Welcome'}");
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        assertThat(invited.json().path("invited").asInt()).isEqualTo(2);
        assertThat(invited.json().path("rows").values())
                .extracting(row -> row.path("verdict").asString() + " "
                        + row.path("contact_id").isNull())
                .containsExactly("invited false", "invited false", "invalid-address true", "duplicate-address false");

        String run = "/api/v1/runs/" + invited.json().path("run_id").asString();
        JsonNode done = await().atMost(Duration.ofSeconds(30))
                .until(() -> robot.get(run).json(), now -> now.path("done").asBoolean());
        assertThat(done.path("counts").path("sent").asInt()).isEqualTo(2);
        assertThat(done.path("counts").path("skipped").asInt()).isEqualTo(2);
        assertThat(robot.get(run + "/recipients?state=skipped")
                        .json()
                        .path("data")
                        .values())
                .extracting(row -> row.path("reason").asString())
                .containsExactly("invalid-address", "duplicate-address");
        assertThat(robot.get("/api/v1/invitations/" + id).json().path("state").asString())
                .isEqualTo("pending");

        String link = linkIn(mailTo("minji@example.com"));
        var minji = new Visitor(installation.port(), acme.slug() + ".localhost");
        assertThat(minji.post(link).status()).isEqualTo(303);

        assertThat(robot.get("/api/v1/contacts/" + id).json().path("state").asString())
                .isEqualTo("joined");
        JsonNode figures = robot.get("/api/v1/stats").json().path("figures");
        assertThat(figures.path("invited").asInt()).isEqualTo(2);
        assertThat(figures.path("joined").asInt()).isEqualTo(1);
        assertThat(figures.path("pending").asInt()).isEqualTo(1);
        assertThat(robot.get("/api/v1/stats?days=90").json().path("series").size())
                .isEqualTo(90);
        assertThat(robot.get("/api/v1/activity?kind=contact.joined&contact_id=" + id)
                        .json()
                        .path("data")
                        .size())
                .isEqualTo(1);

        Receiver.Call told = await().atMost(Duration.ofSeconds(30))
                .until(crm::calls, calls -> !calls.isEmpty())
                .getFirst();
        assertThat(told.body()).contains("contact.joined", id, "client");

        JsonNode sessions =
                robot.get("/api/v1/sessions?contact_id=" + id).json().path("data");
        assertThat(sessions.size()).isEqualTo(1);
        assertThat(minji.get("/profile").status()).isEqualTo(200);
        assertThat(robot.delete("/api/v1/sessions/" + sessions.get(0).path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(minji.get("/profile").status()).isEqualTo(303);
    }

    /** The mails of a key are its maker's, and the workspace's once they have left. */
    @Test
    void namesWhoeverMadeTheKeyInItsMails() {
        Operator dana = anOperator(acme.id(), Role.ADMIN);
        var wanted = new NewApiKey("CRM", ApiScope.all(), Optional.empty());
        String key = keys.make(acme.id(), wanted, by(dana.id()))
                .orElseThrow()
                .secret()
                .reveal();
        robot = Program.with(installation.port(), key);

        robot.post("/api/v1/invitations", "{'recipients': [{'email': 'lee@example.com'}]}");
        assertThat(mailTo("lee@example.com")).contains(dana.name() + " invites you");
        robot.post("/api/v1/contacts:upsert", "{'email': 'kim@example.com'}");
        robot.post("/api/v1/magic-links", "{'email': 'kim@example.com', 'send': true}");
        assertThat(mailTo("kim@example.com")).contains(dana.name() + " made a link for you");

        roles.remove(acme.id(), dana.id(), new ActingOperator(ownerOf(acme).id(), Role.OWNER, "203.0.113.7"));
        robot.post("/api/v1/invitations", "{'recipients': [{'email': 'park@example.com'}]}");
        assertThat(mailTo("park@example.com"))
                .contains(acme.name() + " invites you")
                .doesNotContain(dana.name());
    }

    @Test
    void tellsTheVerdictOfEveryRowInTheOrderOfTheCall() {
        var rows = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{'email': '")
                    .append(i % 3 == 0 ? "bad" : "p" + i + "@example.com")
                    .append("'}");
        }

        Reply invited = robot.post("/api/v1/invitations", "{'recipients': [" + rows + "]}");

        assertThat(invited.json().path("invited").asInt()).isEqualTo(80);
        JsonNode told = invited.json().path("rows");
        assertThat(told.size()).isEqualTo(120);
        for (int i = 0; i < 120; i++) {
            assertThat(told.get(i).path("address").asString()).isEqualTo(i % 3 == 0 ? "bad" : "p" + i + "@example.com");
            assertThat(told.get(i).path("verdict").asString()).isEqualTo(i % 3 == 0 ? "invalid-address" : "invited");
        }
    }

    @Test
    void makesALinkThatSignsInOnceAndRevokesAnother() {
        robot.post("/api/v1/contacts:upsert", "{'email': 'kim@example.com'}");
        Reply made = robot.post(
                "/api/v1/magic-links",
                "{'email': 'kim@example.com', 'target': '/profile', 'expires_in': 600, 'send': true}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("mail").path("ordered").asBoolean()).isTrue();
        String path = made.json().path("url").asString().replaceAll("^https?://[^/]+", "");
        var kim = new Visitor(installation.port(), acme.slug() + ".localhost");
        assertThat(kim.post(path).location()).endsWith("/profile");

        String shown = "/api/v1/magic-links/" + made.json().path("id").asString();
        assertThat(robot.get(shown).json().path("state").asString()).isEqualTo("used");
        Reply second = robot.post("/api/v1/magic-links", "{'email': 'kim@example.com'}");
        String other = "/api/v1/magic-links/" + second.json().path("id").asString();
        assertThat(robot.post(other + "/revoke").json().path("state").asString())
                .isEqualTo("revoked");
        assertThat(robot.get("/api/v1/magic-links?contact_id="
                                + made.json().path("contact_id").asString())
                        .text())
                .doesNotContain("/in/");
        assertThat(robot.post("/api/v1/magic-links", "{'email': 'nobody@example.com'}")
                        .code())
                .isEqualTo("unknown_contact");
        assertThat(robot.post("/api/v1/magic-links", "{'email': 'kim@example.com', 'target': 'https://x'}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void startsPausesResumesAndCancelsARun() {
        robot.post("/api/v1/contacts", "{'email': 'a@example.com', 'tags': ['x']}");
        robot.post("/api/v1/contacts", "{'first_name': 'No address', 'tags': ['x']}");
        robot.post("/api/v1/contacts", "{'email': 'c@example.com'}");

        Reply run = robot.post("/api/v1/runs", "{'kind': 'login-emails', 'filter': {'tag': 'x'}}");
        assertThat(run.status()).as(run.text()).isEqualTo(201);
        assertThat(run.json().path("total").asInt()).isEqualTo(2);
        String path = "/api/v1/runs/" + run.json().path("id").asString();
        assertThat(robot.post(path + "/resume").code()).isEqualTo("not_paused");
        assertThat(robot.post(path + "/cancel").json().path("state").asString()).isEqualTo("cancelled");
        assertThat(robot.post(path + "/cancel").status()).isEqualTo(409);
        assertThat(robot.get("/api/v1/runs?limit=1")
                        .json()
                        .path("data")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(run.json().path("id").asString());
        for (String wrong : List.of(
                "{}",
                "{'kind': 'login-emails'}",
                "{'kind': 'newsletter', 'filter': {}}",
                "{'kind': 'login-emails', 'contact_ids': ['x']}",
                "{'kind': 'login-emails', 'filter': {'language': 'ko'}}")) {
            assertThat(robot.post("/api/v1/runs", wrong).status()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void mailsAPastedListAndTellsWhatCameBack() {
        robot.post("/api/v1/contacts", "{'email': 'a@example.com'}");
        Reply run = robot.post(
                "/api/v1/runs",
                "{'kind': 'login-emails', 'recipients': [{'email': 'A@example.com'}, {'email': 'new@example.com'}]}");
        assertThat(run.status()).as(run.text()).isEqualTo(201);
        String path = "/api/v1/runs/" + run.json().path("id").asString();
        mailTo("a@example.com");
        tenancy.run(acme.id(), () -> jdbc.sql("""
                insert into mail_return (workspace_id, mail_id, batch_id, kind, said, received_at)
                select workspace_id, id, batch_id, 'bounced', '550 gone', now() from outbox where state <> 'skipped'""").update());

        assertThat(robot.get(path).json().path("returns").path("bounced").asInt())
                .isOne();
        Reply bounced = robot.get(path + "/recipients?state=bounced");
        assertThat(bounced.json().path("data").values()).singleElement().satisfies(row -> {
            assertThat(row.path("address").asString()).isEqualTo("a@example.com");
            assertThat(row.path("returned").asString()).isEqualTo("bounced");
            assertThat(row.path("return_reason").asString()).isEqualTo("550 gone");
        });
        assertThat(robot.get(path + "/recipients?state=skipped")
                        .json()
                        .path("data")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("unknown-address");
        assertThat(robot.get(path + "/recipients?state=nonsense").status()).isEqualTo(422);
    }

    @Test
    void putsARunOffAndStartsItAtOnce() {
        robot.post("/api/v1/contacts", "{'email': 'a@example.com'}");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        String body = "{'kind': 'login-emails', 'filter': {'state': 'everybody'}, 'spread': 60, 'starts_at': '%s'}";

        Reply run = robot.post("/api/v1/runs", body.formatted(tomorrow));
        assertThat(run.status()).as(run.text()).isEqualTo(201);
        assertThat(run.json().path("starts_at").asString()).isEqualTo(tomorrow.toString());
        assertThat(run.json().path("counts").path("queued").asInt()).isOne();

        String path = "/api/v1/runs/" + run.json().path("id").asString();
        assertThat(robot.post(path + "/start").status()).isEqualTo(200);
        assertThat(mailTo("a@example.com")).contains("/in/");
        assertThat(robot.post(path + "/start").code()).isEqualTo("not_scheduled");
        for (Instant wrong : List.of(Instant.now(), tomorrow.plus(Duration.ofDays(90)))) {
            assertThat(robot.post("/api/v1/runs", body.formatted(wrong)).text()).contains("/starts_at");
        }
        assertThat(robot.post(
                                "/api/v1/runs",
                                "{'kind': 'login-emails', 'filter': {'state': 'everybody'}, 'spread': 259201}")
                        .text())
                .contains("/spread");
    }

    private String mailTo(String address) {
        var sql = "select source from mailbox_mail where recipient = ?";
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> tenancy.in(
                                acme.id(),
                                () -> jdbc.sql(sql)
                                        .param(address)
                                        .query(String.class)
                                        .list()),
                        mails -> !mails.isEmpty())
                .getFirst()
                .replace("=\r\n", "");
    }

    private static String linkIn(String mail) {
        Matcher link = Pattern.compile("/in/[A-Za-z0-9_-]{43}").matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group();
    }
}
