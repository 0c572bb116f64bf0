package io.portico;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portico.access.LinkState;
import io.portico.activity.FactKind;
import io.portico.api.automations.KeptOut;
import io.portico.contacts.csv.Complaint;
import io.portico.contacts.csv.CsvFault;
import io.portico.contacts.csv.FieldFault;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Labelled;
import io.portico.mail.CustomValue;
import io.portico.mail.MailTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of the product: each is there in both languages, says the same with the same figures, and is used. */
class MessagesTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final String KEY = "[a-z0-9]+(?:[-._][a-z0-9_]+)*";
    private static final Pattern LITERAL = Pattern.compile("\"(" + KEY + ")\"");
    private static final Pattern SAID = Pattern.compile("\\b(?:t|done|warning)\\(\\s*\"(" + KEY + ")\"");
    private static final Pattern CUSTOM_VALUE = Pattern.compile("\\{\\{\\s*([a-z_.]+)");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    private static final List<String> MAIL_PARTS = List.of("subject", "preheader", "body", "button");

    /** Labelled for their {@code word()} alone: no page shows them. */
    private static final Set<Class<?>> NEVER_SHOWN = Set.of(LinkState.class, KeptOut.class);

    /** Looks like a key, as it begins like one: files, settings of the mail client, custom values, events of webhooks. */
    private static final Pattern NO_KEY = Pattern.compile(
            ".*\\.(?:css|js)|mail\\.bounced|run\\.finished|domain\\.(?:verified|failed)|mail\\.smtp\\..*|portal\\.(?:url|login_url|magic_link|invite_link|code|link_expires_at)");

    /** Names, and two values with nothing but a sign between them. */
    private static final Set<String> WITHOUT_HANGUL = Set.of(
            "activity.portico",
            "dashboard.trend.days",
            "people.import.problem",
            "people.timeline.portico",
            "platform.android",
            "platform.ios");

    /** English greets by the first name, Korean by the whole. */
    private static final Set<String> GREETINGS = Set.of(
            "mail.sign-in.body",
            "mail.magic-link.body",
            "mail.login-email.body",
            "mail.invitation.body",
            "mail.invitation-reminder.body",
            "mail.automation-reminder.body",
            "mail.automation-welcome.body",
            "mail.automation-come-back.body");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portico");
    private static final Map<String, String> ENGLISH = all(name -> !name.contains("_"));
    private static final Map<String, String> KOREAN = all(name -> name.contains("_ko."));

    @ParameterizedTest
    @MethodSource("englishFiles")
    void areInBothLanguagesOfAFile(Path english) {
        assertThat(keys(koreanOf(english))).containsExactlyInAnyOrderElementsOf(keys(english));
    }

    @ParameterizedTest
    @MethodSource("files")
    void standOnceInAFile(Path file) {
        assertThat(keys(file)).doesNotHaveDuplicates();
    }

    @Test
    void standInOneFileOnly() {
        assertThat(englishFiles().flatMap(file -> keys(file).stream())).doesNotHaveDuplicates();
    }

    @Test
    void areThereForAllThatIsSaid() {
        assertThat(Stream.concat(found(SAID).stream(), derived().stream()))
                .allMatch(ENGLISH::containsKey, "is a message");
    }

    @Test
    void areThereForAllThatLooksLikeAKey() {
        Set<String> beginnings =
                ENGLISH.keySet().stream().map(MessagesTests::beginning).collect(toSet());
        Set<String> facts = factKinds().collect(toSet());

        assertThat(found(LITERAL).stream()
                        .filter(literal -> literal.contains(".") && beginnings.contains(beginning(literal)))
                        .filter(not(NO_KEY.asMatchPredicate()))
                        .filter(not(facts::contains)))
                .allMatch(ENGLISH::containsKey, "is a message");
    }

    @Test
    void areAllUsed() {
        Set<String> used = found(LITERAL);
        used.addAll(derived());

        assertThat(ENGLISH.keySet().stream().filter(not(used::contains))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void takeTheSameArguments(String key) {
        assertThat(arguments(key, KOREAN.getOrDefault(key, ""))).isEqualTo(arguments(key, ENGLISH.get(key)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void areKoreanInKorean(String key) {
        if (!WITHOUT_HANGUL.contains(key)) {
            assertThat(KOREAN.getOrDefault(key, "")).containsPattern(HANGUL);
        }
        assertThat(ENGLISH.get(key)).doesNotContainPattern(HANGUL);
    }

    static Stream<String> keys() {
        return ENGLISH.keySet().stream().sorted();
    }

    /** Keys that no literal names: of enums, facts, mails, complaints about addresses, and the texts of error pages. */
    private static Set<String> derived() {
        Stream<String> labels = CLASSES.stream()
                .filter(each -> each.isEnum() && each.isAssignableTo(Labelled.class))
                .map(JavaClass::reflect)
                .filter(not(NEVER_SHOWN::contains))
                .flatMap(each -> Arrays.stream(each.getEnumConstants()))
                .map(constant -> ((Labelled) constant).labelKey());
        Stream<String> facts = factKinds().map(kind -> "fact." + kind);
        Stream<String> values = CustomValue.STANDARD.stream().map(value -> "custom-value." + value.word());
        Stream<String> mails = Arrays.stream(MailTemplate.values())
                .filter(MailTemplate::isEditable)
                .flatMap(template -> MAIL_PARTS.stream().map(part -> "mail." + template.word() + "." + part));
        Set<String> beginnings =
                ENGLISH.keySet().stream().map(MessagesTests::beginning).collect(toSet());
        Stream<String> complaints = complaints().filter(key -> beginnings.contains(beginning(key)));
        Stream<String> errors = found(LITERAL).stream()
                .filter(key -> key.startsWith("error.") && ENGLISH.containsKey(key))
                .map(key -> key + ".text")
                .filter(key -> !key.equals("error.home.text"));
        return Stream.of(labels, facts, values, mails, complaints, errors)
                .flatMap(each -> each)
                .collect(toCollection(TreeSet::new));
    }

    /** What may be wrong with an address or in a CSV file. */
    private static Stream<String> complaints() {
        Stream<Complaint> addresses =
                Arrays.stream(EmailAddress.Reason.values()).map(Complaint.BadEmail::new);
        Stream<Complaint> inFiles = Stream.concat(Arrays.stream(CsvFault.values()), Arrays.stream(FieldFault.values()));
        return Stream.concat(addresses, inFiles).map(Complaint::labelKey);
    }

    private static Stream<String> factKinds() {
        return CLASSES.stream()
                .filter(each -> each.isAnnotatedWith(FactKind.class))
                .map(each -> each.getAnnotationOfType(FactKind.class).value());
    }

    /** {@code people} of {@code people.title}. */
    private static String beginning(String key) {
        return key.substring(0, (key + ".").indexOf('.'));
    }

    private static Set<String> found(Pattern pattern) {
        return Stream.of("src/main/java", "src/main/jte")
                .flatMap(folder -> walk(Path.of(folder)))
                .flatMap(file -> pattern.matcher(read(file)).results())
                .map(result -> result.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> arguments(String key, String text) {
        return key.startsWith("mail.")
                ? customValues(GREETINGS.contains(key) ? text.replace("contact.first_name", "contact.name") : text)
                : icuArguments(new MessagePattern(text));
    }

    private static Set<String> customValues(String text) {
        return CUSTOM_VALUE.matcher(text).results().map(value -> value.group(1)).collect(toSet());
    }

    private static Set<String> icuArguments(MessagePattern pattern) {
        var names = new TreeSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER
                    || part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(part));
            }
        }
        return names;
    }

    static Stream<Path> files() {
        return walk(BUNDLES).sorted();
    }

    static Stream<Path> englishFiles() {
        return files().filter(file -> !nameOf(file).contains("_"));
    }

    private static Path koreanOf(Path english) {
        return english.resolveSibling(nameOf(english).replace(".properties", "_ko.properties"));
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    private static Map<String, String> all(Predicate<String> named) {
        var all = new HashMap<String, String>();
        files().filter(file -> named.test(nameOf(file)))
                .forEach(file -> load(file, new Properties()).forEach((key, text) -> all.put(key + "", text + "")));
        return all;
    }

    /** In order, with those that stand there twice. */
    private static List<String> keys(Path file) {
        var keys = new ArrayList<String>();
        load(file, new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                keys.add(key.toString());
                return super.put(key, value);
            }
        });
        return keys;
    }

    private static Properties load(Path file, Properties into) {
        try (var reader = Files.newBufferedReader(file)) {
            into.load(reader);
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
