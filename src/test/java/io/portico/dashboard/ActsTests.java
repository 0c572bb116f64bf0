package io.portico.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portico.activity.FactKind;
import org.junit.jupiter.api.Test;

class ActsTests {
    @Test
    void foldOnlyFactsThatThereAre() {
        var kinds = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.portico").stream()
                        .filter(each -> each.isAnnotatedWith(FactKind.class))
                        .map(each -> each.getAnnotationOfType(FactKind.class).value());

        assertThat(kinds).containsAll(Acts.STRONGEST_FIRST);
    }
}
