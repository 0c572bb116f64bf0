package io.portico;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.Secret;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** The house style, as far as a program can tell. */
class ArchitectureTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portico");

    /** The ground the stores stand on, and nouns so small that a store beside them would only pass on. */
    private static final Set<String> ALSO_SPEAK_SQL = Set.of(
            "io.portico.tenancy.Tenancy",
            "io.portico.access.OperatorSessions",
            "io.portico.access.OperatorSignInTries",
            "io.portico.access.SetUpLinks",
            "io.portico.contacts.Tagging",
            "io.portico.contacts.imports.ImportedContacts",
            "io.portico.mail.MailHealth",
            "io.portico.mail.MailLog",
            "io.portico.mail.delivery.DeliveryBeans",
            "io.portico.mail.delivery.MailboxDelivery",
            "io.portico.mail.dispatch.Outages");

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.getPackage("io.portico").getSubpackagesInTree().stream()
                        .filter(each -> !each.getClasses().isEmpty())
                        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    @Test
    void classesAreNamedAfterTheProductAndNotAfterTheirLayer() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .check(CLASSES);
    }

    @Test
    void onlyTheClockTellsTheTime() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.portico.Time")
                .should()
                .accessTargetWhere(describe("asks the machine for the time", ArchitectureTests::asksTheMachine))
                .check(CLASSES);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String called = access.getName();
        return (owner.isAssignableTo(Temporal.class) && called.equals("now") && !takesAClock(access))
                || (owner.isEquivalentTo(Clock.class) && (called.startsWith("system") || called.startsWith("tick")))
                || (owner.isEquivalentTo(System.class) && called.equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Date.class)
                        && called.equals("<init>")
                        && parameters(access).isEmpty());
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return parameters(access).stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called ? called.getRawParameterTypes() : List.of();
    }

    @Test
    void onlyTheDemoThrowsDice() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.portico.demo..")
                .and()
                // The spread of retries, which nobody gains from foreseeing.
                .doNotHaveFullyQualifiedName("io.portico.mail.dispatch.Settlements")
                .should()
                .dependOnClassesThat(describe(
                        "are random but can be foreseen",
                        each -> each.isEquivalentTo(Random.class)
                                || each.isEquivalentTo(ThreadLocalRandom.class)
                                || each.isEquivalentTo(SplittableRandom.class)))
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }

    @Test
    void ownLoopsRunOnPlatformThreads() {
        noClasses()
                .that()
                // Their reading must end when they are interrupted (ADR 0022).
                .doNotHaveFullyQualifiedName("io.portico.webhooks.delivery.Dispatch")
                .and()
                .doNotHaveFullyQualifiedName("io.portico.domains.tls.TlsHandshakes")
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
                .check(CLASSES);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that(describe("are no stores", ArchitectureTests::isNoStore))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcOperations.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(NamedParameterJdbcOperations.class)
                .check(CLASSES);
        assertThat(ALSO_SPEAK_SQL).allMatch(CLASSES::contain, "is still there");
    }

    private static boolean isNoStore(JavaClass some) {
        JavaClass outer = some.getEnclosingClass().orElse(some);
        return !outer.getSimpleName().matches(".*(Store|Row)") && !ALSO_SPEAK_SQL.contains(outer.getName());
    }

    @Test
    void cookiesAreMadeInOnePlaceWhichKnowsWhetherTheyAreSecure() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.portico.web.Cookies")
                .should()
                .callConstructor(Cookie.class, String.class, String.class)
                .check(CLASSES);
    }

    @Test
    void controllersStandAtTheTop() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage(
                        "io.portico.console..", "io.portico.portal..", "io.portico.api..", "io.portico.web..")
                .check(CLASSES);
    }

    @Test
    void theKernelKnowsNeitherSpringNorSql() {
        noClasses()
                .that()
                .resideInAPackage("io.portico.kernel..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void aFactIsARecordWithAKindOfItsOwn() {
        var facts = CLASSES.stream()
                .filter(each -> each.isAssignableTo(Fact.class) && !each.isInterface())
                .toList();

        assertThat(facts)
                .hasSizeGreaterThan(10)
                .allMatch(JavaClass::isRecord)
                .allMatch(fact -> fact.isAnnotatedWith(FactKind.class));
        assertThat(facts)
                .extracting(fact -> fact.getAnnotationOfType(FactKind.class).value())
                .doesNotHaveDuplicates()
                .allMatch(kind -> kind.matches("[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*"));
    }

    @Test
    void aFactHoldsNoSecret() {
        noClasses()
                .that()
                .implement(Fact.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Secret.class)
                .check(CLASSES);
    }
}
