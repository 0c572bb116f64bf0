package io.portico.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.contacts.csv.SpreadsheetSafeCsv;
import io.portico.kernel.EmailAddress;
import io.portico.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleExportTests extends PorticoTest {
    @Autowired
    private PeopleExport export;

    @Test
    void writesEveryCustomFieldHoweverManyThereAre() throws IOException {
        Workspace acme = aWorkspace();
        Map<String, String> fields =
                IntStream.range(0, 250).boxed().collect(Collectors.toMap(n -> "Field " + n, n -> "Value " + n));
        contacts.create(acme.id(), aPersonWith(fields), PORTICO);

        assertThat(exported(acme)).contains(fields.keySet()).contains(fields.values());
    }

    @Test
    void writesCustomFieldsWhoseNamesNoImportTakes() throws IOException {
        Workspace acme = aWorkspace();
        Map<String, String> fields = Map.of("n".repeat(100), "long", " plan ", "blanks");
        contacts.create(acme.id(), aPersonWith(fields), PORTICO);

        assertThat(exported(acme)).contains(fields.keySet()).contains(fields.values());
    }

    private static NewContact aPersonWith(Map<String, String> fields) {
        return new NewContact(
                PersonName.NONE,
                Optional.of(EmailAddress.of("minji@example.com")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                fields,
                "import");
    }

    private String exported(Workspace workspace) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var csv = SpreadsheetSafeCsv.to(file)) {
            export.write(workspace.id(), PeopleFilter.ALL, PORTICO, csv);
        }
        return file.toString(StandardCharsets.UTF_8);
    }
}
