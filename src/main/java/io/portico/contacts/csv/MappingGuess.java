package io.portico.contacts.csv;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Guesses a {@link ColumnMapping}: first by name, best name first, then by what the values look like. */
final class MappingGuess {
    /** Of the values in a column, how many must look alike. */
    private static final double MOST = 0.6;

    /** Names that mean the given name beside a surname column, and the whole name without one. */
    private static final Set<String> GIVEN_BESIDE_SURNAME = Set.of("이름", "nombre");
    /** Names that mean the surname beside a given-name column, and the whole name without one. */
    private static final Set<String> SURNAME_BESIDE_GIVEN = Set.of("name", "nom");

    private final List<String> names;
    private final List<List<String>> rows;
    private final List<ColumnTarget> targets;

    private MappingGuess(List<String> header, List<List<String>> rows) {
        int widest = rows.stream().mapToInt(List::size).max().orElse(0);
        int width = header.isEmpty() ? widest : header.size();
        this.names = new ArrayList<>(header);
        this.names.addAll(Collections.nCopies(width - names.size(), ""));
        this.rows = rows;
        this.targets = new ArrayList<>(Collections.nCopies(width, ColumnTarget.IGNORE));
    }

    static ColumnMapping of(List<String> header, List<List<String>> rows) {
        MappingGuess guess = new MappingGuess(header, rows);
        guess.byName();
        guess.byAmbiguousName();
        guess.byValues();
        return guess.mapping();
    }

    private ColumnMapping mapping() {
        return new ColumnMapping(IntStream.range(0, names.size())
                .mapToObj(i -> new MappedColumn(names.get(i), targets.get(i)))
                .toList());
    }

    private void byName() {
        for (ContactField field : ContactField.values()) {
            bestNamed(field).ifPresent(column -> assign(column, field));
        }
        for (int i : free().toArray()) {
            Optional<ColumnTarget> custom = names.get(i).startsWith(ColumnTarget.Custom.PREFIX)
                    ? ColumnTarget.parse(names.get(i).strip())
                    : Optional.empty();
            custom.filter(target -> !targets.contains(target)).ifPresent(target -> targets.set(i, target));
        }
    }

    /** The column with the best name; of two with the same, the one with more in it, then the first. */
    private OptionalInt bestNamed(ContactField field) {
        OptionalInt best = OptionalInt.empty();
        for (int i : free().toArray()) {
            if (isBetterNamed(field, i, best)) {
                best = OptionalInt.of(i);
            }
        }
        return best;
    }

    private boolean isBetterNamed(ContactField field, int column, OptionalInt best) {
        OptionalInt rank = HeaderWords.rank(field, names.get(column));
        if (rank.isEmpty() || best.isEmpty()) {
            return rank.isPresent();
        }
        int bestRank = HeaderWords.rank(field, names.get(best.getAsInt())).orElseThrow();
        boolean sameNameMoreValues = rank.getAsInt() == bestRank
                && values(column).size() > values(best.getAsInt()).size();
        return rank.getAsInt() < bestRank || sameNameMoreValues;
    }

    private void byAmbiguousName() {
        OptionalInt full = columnOf(ContactField.FULL_NAME);
        if (full.isEmpty()) {
            return;
        }
        String name = HeaderWords.fold(names.get(full.getAsInt()));
        boolean hasGiven = columnOf(ContactField.FIRST_NAME).isPresent();
        boolean hasSurname = columnOf(ContactField.LAST_NAME).isPresent();
        if (hasSurname && !hasGiven && GIVEN_BESIDE_SURNAME.contains(name)) {
            assign(full.getAsInt(), ContactField.FIRST_NAME);
        } else if (hasGiven && !hasSurname && SURNAME_BESIDE_GIVEN.contains(name)) {
            assign(full.getAsInt(), ContactField.LAST_NAME);
        }
    }

    private void byValues() {
        if (columnOf(ContactField.EMAIL).isEmpty()) {
            bestFilled(MappingGuess::isEmail).ifPresent(column -> assign(column, ContactField.EMAIL));
        }
        boolean nameless = names.stream().allMatch(String::isBlank);
        if (nameless) {
            bestFilled(MappingGuess::isPhone).ifPresent(column -> assign(column, ContactField.PHONE));
            bestFilled(MappingGuess::isName).ifPresent(column -> assign(column, ContactField.FULL_NAME));
        }
    }

    /** The first free column of which most values pass the test. */
    private OptionalInt bestFilled(Predicate<String> test) {
        return free().filter(column -> {
                    List<String> values = values(column);
                    long alike = values.stream().filter(test).count();
                    return alike > 0 && alike >= values.size() * MOST;
                })
                .findFirst();
    }

    private static boolean isEmail(String value) {
        return EmailAddress.parse(value).isPresent();
    }

    private static boolean isPhone(String value) {
        return PhoneNumber.parse(value)
                .filter(number -> number.digits().length() >= 7)
                .isPresent();
    }

    private static boolean isName(String value) {
        return value.codePoints().allMatch(c -> Character.isLetter(c) || " .,'-’".indexOf(c) >= 0);
    }

    private List<String> values(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column).strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private IntStream free() {
        return IntStream.range(0, targets.size()).filter(i -> targets.get(i).equals(ColumnTarget.IGNORE));
    }

    private OptionalInt columnOf(ContactField field) {
        int column = targets.indexOf(new ColumnTarget.Known(field));
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    private void assign(int column, ContactField field) {
        targets.set(column, new ColumnTarget.Known(field));
    }
}
