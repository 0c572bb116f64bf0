package io.portico.demo;

import io.portico.contacts.PersonName;
import io.portico.kernel.EmailAddress;
import io.portico.outreach.Invitations;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes people up, no two with the same name or address; every third is Korean. */
final class Cast {
    private static final List<String> HOSTS = List.of("example.com", "example.com", "example.org", "example.net");
    private static final List<String> SOURCES =
            List.of("website", "website", "website", "referral", "newsletter", "trade fair", "console", "workshop");
    private static final List<String> COMPANIES = List.of(
            "Northlight Studio",
            "Harbour & Vale",
            "Atelier Lumen",
            "Brightwater Dental",
            "Hanbit Design",
            "Sorrel Foods");
    private static final double WITHOUT_ADDRESS = 0.03;

    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    Cast(Dice dice) {
        this.dice = dice;
    }

    Person next() {
        Country country = dice.chance(1 / 3.0) ? Country.KOREA : elsewhere();
        String first = dice.pick(country.firstNames());
        String last = dice.pick(country.lastNames());
        if (!taken.add(first + last)) {
            return next();
        }
        boolean reachable = !dice.chance(WITHOUT_ADDRESS);
        return new Person(
                new PersonName(shown(first), shown(last)),
                reachable ? Optional.of(address(first, last)) : Optional.empty(),
                reachable && dice.chance(0.3) ? Optional.empty() : Optional.of(phone(country)),
                country.language(),
                country.zone(),
                tags(),
                dice.chance(0.3) ? Map.of("company", dice.pick(COMPANIES)) : Map.of(),
                dice.pick(SOURCES));
    }

    /** Somebody of whom an operator typed the address and nothing else. */
    Person stranger() {
        Person known = next();
        return new Person(
                PersonName.NONE,
                known.email().or(() -> Optional.of(address("hello", "studio"))),
                Optional.empty(),
                known.language(),
                known.zone(),
                List.of(),
                Map.of(),
                Invitations.SOURCE);
    }

    private Country elsewhere() {
        return Country.values()[dice.below(Country.values().length - 1)];
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        tags.add(dice.chance(0.6) ? "client" : "lead");
        addTo(tags, "vip", 0.08);
        addTo(tags, "newsletter", 0.4);
        addTo(tags, "2026", 0.3);
        addTo(tags, "workshop", 0.12);
        return tags;
    }

    private void addTo(List<String> tags, String tag, double chance) {
        if (dice.chance(chance)) {
            tags.add(tag);
        }
    }

    private String phone(Country country) {
        return country.phone().formatted(dice.below(1000));
    }

    private EmailAddress address(String first, String last) {
        String local = dice.chance(0.5)
                ? plain(first) + "." + plain(last)
                : plain(first).charAt(0) + plain(last);
        String address = local + "@" + dice.pick(HOSTS);
        for (int n = 2; !taken.add(address); n++) {
            address = local + n + "@" + dice.pick(HOSTS);
        }
        return EmailAddress.of(address);
    }

    /** A Korean name is listed with its Latin spelling: {@code 민지:minji}. */
    private static String shown(String listed) {
        return listed.split(":", 2)[0];
    }

    private static String plain(String listed) {
        String latin = listed.substring(listed.indexOf(':') + 1)
                .replace("ł", "l")
                .replace("Ł", "L")
                .replaceAll("[øØ]", "o")
                .replaceAll("[æÆ]", "ae")
                .replace("ß", "ss");
        return Normalizer.normalize(latin, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
