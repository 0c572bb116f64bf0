package io.portico.console.mails;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.mail.CustomValue;
import io.portico.mail.MailTemplate;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValueResult;
import io.portico.mail.OwnValues;
import io.portico.mail.Vocabularies;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class OwnValuesTests extends ConsoleTest {
    @Autowired
    private OwnValues values;

    @Autowired
    private Vocabularies vocabularies;

    private static String path(Workspace workspace) {
        return "/w/" + workspace.slug() + "/settings/values";
    }

    private List<OwnValue> all(Workspace workspace) {
        return values.all(workspace.id());
    }

    @Test
    void areAddedChangedAndDeleted() {
        Workspace workspace = aWorkspace();
        Visitor visitor = signedIn(workspace, Role.ADMIN);

        Page added = visitor.post(path(workspace), "key", "{{ custom_values.Hours }}", "value", " Mon–Fri\r\n9–5 ");
        assertThat(visitor.get(added.location()).body())
                .contains("Saved hours.", "{{custom_values.hours}}", "Mon–Fri 9–5");

        visitor.post(path(workspace) + "/hours", "value", "<b>{{portal.magic_link}}</b>");
        assertThat(all(workspace)).containsExactly(new OwnValue("hours", "<b>{{portal.magic_link}}</b>"));
        assertThat(visitor.get(path(workspace)).body()).contains("&lt;b&gt;{{portal.magic_link}}&lt;/b&gt;");

        Page deleted = visitor.post(path(workspace) + "/hours/delete");
        assertThat(visitor.get(deleted.location()).body()).contains("Deleted hours.");
        assertThat(all(workspace)).isEmpty();
        assertThat(facts(workspace.id())).startsWith("custom_value.deleted", "custom_value.set", "custom_value.set");
    }

    @ParameterizedTest
    @CsvSource({"9hours,x,A name has small Latin letters", "hours,'',Write what is to be put in", "'',x,A name has"})
    void tellWhatIsWrongBesideTheField(String key, String value, String told) {
        Workspace workspace = aWorkspace();

        Page page = signedIn(workspace, Role.OWNER).post(path(workspace), "key", key, "value", value);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(told, "value=\"" + key + "\"");
        assertThat(all(workspace)).isEmpty();
    }

    @Test
    void takeNoHugeTextAndNoSecondOfAName() {
        Workspace workspace = aWorkspace();
        Visitor visitor = signedIn(workspace, Role.OWNER);

        assertThat(visitor.post(path(workspace), "key", "hours", "value", "x".repeat(100_000))
                        .body())
                .contains("At most 500 characters; these are 100,000.");
        visitor.post(path(workspace), "key", "hours", "value", "9 to 5");
        assertThat(visitor.post(path(workspace), "key", "hours", "value", "6 to 7")
                        .body())
                .contains("There is a value named hours already");
        assertThat(all(workspace)).containsExactly(new OwnValue("hours", "9 to 5"));
    }

    @Test
    void areAHundredAtMost() {
        Workspace workspace = aWorkspace();

        List<OwnValueResult> results = IntStream.rangeClosed(0, OwnValue.MOST)
                .mapToObj(n -> values.add(workspace.id(), new OwnValue("v" + n, "x"), PORTICO))
                .toList();

        assertThat(results.getLast()).isInstanceOf(OwnValueResult.TooMany.class);
        assertThat(all(workspace)).hasSize(OwnValue.MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../general", "Hours", "a%2F..", "a b"})
    void areFoundByTheirNameAlone(String key) {
        assertThat(values.find(aWorkspace().id(), key)).isEmpty();
    }

    @Test
    void belongToTheVocabularyOfTheirWorkspaceWithTheFieldsOfItsContacts() {
        Workspace workspace = aWorkspace();
        Workspace neighbour = aWorkspace();
        values.add(workspace.id(), new OwnValue("hours", "9 to 5"), PORTICO);
        aContact().with("Company Name", "Acme").with("회사명", "한빛").in(workspace);

        assertThat(vocabularies.toContacts(workspace.id()).values())
                .contains(
                        CustomValue.ofWorkspace("hours"),
                        CustomValue.ofContactField("Company Name"),
                        CustomValue.ofContactField("회사명"));
        assertThat(vocabularies.toContacts(neighbour.id()).values()).isEqualTo(CustomValue.STANDARD);
        assertThat(vocabularies.of(workspace.id(), MailTemplate.PASSWORD_RESET).values())
                .contains(CustomValue.ofWorkspace("hours"))
                .noneMatch(value -> value.word().startsWith("contact.") || value.isSecret());
    }
}
