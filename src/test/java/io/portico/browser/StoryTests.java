package io.portico.browser;

import io.portico.installation.Installation;
import io.portico.installation.StartNotice;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/** The whole story on an installation that nobody has set up yet, with mails in the built-in mailbox, in English. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/${portico.fork:1}/story-${random.uuid}",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false"
        })
@DirtiesContext
class StoryTests {
    private static final Pattern SET_UP = Pattern.compile("https?://\\S+/set-up/\\S+");

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Autowired
    private Installation installation;

    @Autowired
    private List<StartNotice> notices;

    @Test
    void anOperatorLetsClientsIn() {
        Story[] story = new Story[1];
        story[0] = new Story(
                browsing,
                View.WIDE,
                installation,
                (address, count) -> new Story.BuiltIn(story[0].console(), installation).newest(address, count));
        tell(story[0], setUpLink(notices), "en");
    }

    static void tell(Story story, String setUpLink, String language) {
        story.setUp(setUpLink, language);
        story.importPeople();
        story.inviteThree();
        story.openDashboard();
        story.assertFigures(3, 0);
        story.joinByMail("boris@example.com");
        story.assertFigures(3, 1);
        story.joinByMagicLink("person400");
        story.assertFigures(3, 2);
        story.sendLoginEmailsToFive();
        story.assertFiveDifferentMails();
        story.signInByCode("person012@example.com");
        story.openDashboard();
        story.assertFigures(3, 3);
    }

    static String setUpLink(List<StartNotice> notices) {
        return notices.stream()
                .flatMap(notice -> notice.lines().stream())
                .map(SET_UP::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }
}
