package io.portico.contacts.csv;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How columns are called: by HighLevel, HubSpot, Google Contacts (before and after 2024), Mailchimp and Outlook, and by
 * people in English, Korean, German, Spanish and French. Best name first. Case, accents, spaces and punctuation do not
 * count, nor does what stands in parentheses.
 */
final class HeaderWords {
    /** What is longer is no column's name. */
    private static final int LONGEST = 100;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PARENTHESES = Pattern.compile("[(\\[（][^)\\]）]*[)\\]）]");

    private static final Map<ContactField, List<String>> WORDS = new EnumMap<>(Map.of(
            ContactField.EMAIL,
            words("""
            Email, Email Address, E-mail 1 - Value, Primary Email, Contact Email, Email 1, Email ID, User Email, Work Email,
            Business Email, Personal Email, Mail, Mail Address, Login Email, Customer Email, Email Addresses,
            이메일, 이메일 주소, 전자우편, 전자우편 주소, 전자메일, 전자메일 주소, 메일, 메일 주소, 이멜,
            E-Mail-Adresse, Mailadresse, Elektronische Post,
            Correo electrónico, Correo, Dirección de correo electrónico, Dirección de correo,
            Adresse e-mail, Adresse mail, Adresse électronique, Courriel, Adresse courriel, Mél"""),
            ContactField.PHONE,
            words("""
            Phone, Phone Number, Mobile Phone, Mobile Phone Number, Mobile, Mobile Number, Cell, Cell Phone, Cell Number,
            Phone 1 - Value, Primary Phone, Contact Phone, Phone 1, Telephone, Telephone Number, Tel, SMS Phone Number,
            Work Phone, Business Phone, Home Phone,
            휴대폰, 휴대폰 번호, 휴대전화, 휴대전화 번호, 핸드폰, 핸드폰 번호, 모바일, 전화번호, 전화, 연락처, 연락처 번호,
            Telefon, Telefonnummer, Handy, Handynummer, Mobiltelefon, Mobilnummer, Mobil, Rufnummer, Telefon privat,
            Teléfono, Número de teléfono, Teléfono móvil, Móvil, Celular,
            Téléphone, Numéro de téléphone, Téléphone portable, Téléphone mobile, Portable"""),
            ContactField.FIRST_NAME,
            words("""
            First Name, Given Name, First, FName, Forename, Contact First Name,
            Vorname, Rufname, Primer nombre, Nombre de pila, Prénom, Prénoms"""),
            ContactField.LAST_NAME,
            words("""
            Last Name, Family Name, Surname, Last, LName, Contact Last Name, 성, 성씨,
            Nachname, Familienname, Zuname, Apellidos, Apellido, Primer apellido, Nom de famille"""),
            ContactField.FULL_NAME,
            words("""
            Full Name, Name, Contact Name, Display Name, Customer Name, Client Name, Member Name, File As,
            성명, 성함, 이름, 고객명, 회원명, 고객 이름, 회원 이름, 담당자, 담당자명, 신청자, 신청자명,
            Vollständiger Name, Vor- und Nachname, Nombre completo, Nombre y apellidos, Nombre,
            Nom complet, Nom et prénom, Prénom et nom, Nom"""),
            ContactField.TAGS,
            words("""
            Tags, Tag, Labels, Group Membership, Groups, Categories, 태그, 라벨, 그룹, 분류,
            Schlagwörter, Schlagworte, Stichwörter, Kategorien, Etiquetas, Étiquettes"""),
            ContactField.LANGUAGE,
            words("""
            Language, Preferred Language, Locale, Lang, 언어, 사용 언어, 선호 언어,
            Sprache, Bevorzugte Sprache, Idioma, Langue"""),
            ContactField.TIME_ZONE,
            words("Timezone, Time Zone, TZ, 시간대, 표준 시간대, 타임존, Zeitzone, Zona horaria, Huso horario, Fuseau horaire"),
            ContactField.SOURCE,
            words("""
            Source, Contact Source, Lead Source, Original Source, 출처, 유입 경로, 유입경로, 소스,
            Quelle, Herkunft, Origen, Fuente, Origine""")));

    private HeaderWords() {}

    /** How good a name this is for a column of the field: 0 for the best; empty when it is none. */
    static OptionalInt rank(ContactField field, String name) {
        if (name.length() > LONGEST) {
            return OptionalInt.empty();
        }
        List<String> words = WORDS.getOrDefault(field, List.of());
        int exact = words.indexOf(fold(name));
        int rank = exact >= 0
                ? exact
                : words.indexOf(fold(PARENTHESES.matcher(name).replaceAll("")));
        return rank < 0 ? OptionalInt.empty() : OptionalInt.of(exact >= 0 ? rank : rank + words.size());
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",")).map(HeaderWords::fold).toList();
    }

    /** Letters and digits only, without accents; Korean syllables are taken apart on the way and put together again. */
    static String fold(String name) {
        String bare = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        String composed = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(composed).replaceAll("");
    }
}
