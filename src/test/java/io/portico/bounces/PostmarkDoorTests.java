package io.portico.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.InvitationState;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import io.portico.mail.ReturnKind;
import io.portico.mail.SuppressionReason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostmarkDoorTests extends BouncesTest {
    private static final String DOOR = "/bounces/postmark/a-postmark-secret-of-ours";

    /** As Postmark documents it. */
    private static final String BOUNCE = """
            {"RecordType": "Bounce", "MessageStream": "outbound", "ID": 4323372036854775807, "Type": "%s",
             "TypeCode": 1, "Name": "Hard bounce", "Tag": "Test", "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483",
             "Metadata": {"portico": "%s"}, "ServerID": 23, "Description": "The server was unable to deliver your message",
             "Details": "smtp;550 5.1.1 The email account does not exist", "Email": "john@example.com",
             "From": "sender@example.com", "BouncedAt": "2026-11-05T16:33:54.9070259Z", "DumpAvailable": true,
             "Inactive": true, "CanActivate": true, "Subject": "Test subject"}""";

    @Test
    void suppressesTheAddressOfAMailThatCameBackAndTellsTheLog() {
        assertThat(post(DOOR, BOUNCE.formatted("HardBounce", mark))).isEqualTo(200);

        assertThat(cameBack()).contains(ReturnKind.BOUNCED);
        assertThat(suppressed()).contains(SuppressionReason.BOUNCED);
        assertThat(suppressions.find(workspace, address()).orElseThrow().reply())
                .contains("smtp;550 5.1.1 The email account does not exist");
        assertThat(factsAbout(workspace, kim)).contains("mail.bounced");
        assertThat(SERVER.commands())
                .as("the envelope carries the mark")
                .contains("MAIL FROM:<bounces+" + mark + "@example.com>");
        assertThat(SERVER.mails())
                .filteredOn(source -> source.contains("<" + mail + "@"))
                .allSatisfy(source ->
                        assertThat(source).contains("X-PM-Metadata-portico: " + mark, "X-Portico-Mail: " + mark));
    }

    @Test
    void changesNothingWhenPostmarkRepeatsItselfNorWhenTheAddressWasClearedMeanwhile() {
        post(DOOR, BOUNCE.formatted("HardBounce", mark));
        List<String> facts = factsAbout(workspace, kim);
        suppressions.lift(workspace, address(), new ContactId(kim.id().value()), "She made room", PORTICO);

        assertThat(post(DOOR, BOUNCE.formatted("HardBounce", mark))).isEqualTo(200);

        assertThat(suppressed()).isEmpty();
        assertThat(factsAbout(workspace, kim))
                .filteredOn("mail.bounced"::equals)
                .hasSize(1);
        assertThat(facts).contains("mail.bounced");
    }

    @ParameterizedTest
    @CsvSource({
        "HardBounce, BOUNCED",
        "BadEmailAddress, BOUNCED",
        "SpamComplaint, COMPLAINED",
        "Transient, DELAYED",
        "SoftBounce, NOT_DELIVERED",
        "Blocked, NOT_DELIVERED",
        "DnsError, NOT_DELIVERED",
        "SomethingNew, NOT_DELIVERED"
    })
    void knowsWhatATypeMeans(String type, ReturnKind kind) {
        post(DOOR, BOUNCE.formatted(type, mark));

        assertThat(cameBack()).contains(kind);
        assertThat(suppressed().isPresent()).isEqualTo(kind == ReturnKind.BOUNCED || kind == ReturnKind.COMPLAINED);
    }

    @Test
    void makesAPendingInvitationBounced() {
        var invited = aContact().invited().in(workspace);

        post(DOOR, BOUNCE.formatted("HardBounce", marks.of(sent(workspace, invited))));

        assertThat(contacts.find(workspace, invited.id())
                        .orElseThrow()
                        .standing()
                        .invitation())
                .isEqualTo(InvitationState.BOUNCED);
        assertThat(factsAbout(workspace, invited)).contains("invitation.bounced");
    }

    @Test
    void suppressesWhoeverComplains() {
        post(DOOR, BOUNCE.formatted("x", mark).replace("\"Bounce\"", "\"SpamComplaint\""));

        assertThat(suppressed()).contains(SuppressionReason.COMPLAINED);
        assertThat(factsAbout(workspace, kim)).contains("mail.complained");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bounces/postmark/a-postmark-secret-of-mine",
                "/bounces/postmark/",
                "/bounces/postmark",
                "/bounces/postmark/a-postmark-secret-of-ours/",
                "/bounces/sendgrid/a-postmark-secret-of-ours",
                "/bounces/"
            })
    void isNotThereForWhoeverHasNoSecret(String path) {
        assertThat(post(path, BOUNCE.formatted("HardBounce", mark))).isEqualTo(404);

        assertThat(cameBack()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a-postmark-secret-of-ours, 200", "a-postmark-secret-of-mine, 404", "'', 404"})
    void opensToThePasswordOfBasicAuthentication(String password, int status) {
        String credentials =
                Base64.getEncoder().encodeToString(("postmark:" + password).getBytes(StandardCharsets.UTF_8));

        assertThat(post(
                        "/bounces/postmark",
                        BOUNCE.formatted("HardBounce", mark),
                        "Authorization",
                        "Basic " + credentials))
                .isEqualTo(status);
        assertThat(cameBack().isPresent()).isEqualTo(status == 200);
    }

    @Test
    void believesNoMarkThatIsNotOurs() {
        String forged = mark.substring(0, 51) + (mark.endsWith("0") ? "1" : "0");

        assertThat(post(DOOR, BOUNCE.formatted("HardBounce", forged))).isEqualTo(200);
        assertThat(post(DOOR, BOUNCE.formatted("HardBounce", marks.of(MailId.next(clock)))))
                .isEqualTo(200);

        assertThat(cameBack()).isEmpty();
        assertThat(suppressed()).isEmpty();
    }

    @Test
    void touchesNoOtherWorkspaceThatKnowsTheAddress() {
        var neighbour = aWorkspace().id();
        var theirs = aContact().at(address().value()).in(neighbour);

        post(DOOR, BOUNCE.formatted("HardBounce", mark));

        assertThat(suppressions.has(neighbour, address())).isFalse();
        assertThat(factsAbout(neighbour, theirs)).doesNotContain("mail.bounced");
    }

    @Test
    void readsNoMoreThanItsMeasure() {
        assertThat(post(DOOR, "[".repeat(BounceDoors.MOST_BYTES + 1))).isEqualTo(413);
        assertThat(post(DOOR, "[".repeat(BounceDoors.MOST_BYTES))).isEqualTo(400);
        assertThat(post(DOOR, "{\"RecordType\": ")).isEqualTo(400);
        assertThat(post(DOOR, "")).isBetween(200, 400);
        assertThat(post(DOOR, "[]")).isEqualTo(200);
    }
}
