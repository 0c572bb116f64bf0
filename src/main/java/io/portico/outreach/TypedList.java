package io.portico.outreach;

import io.portico.kernel.EmailAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A typed or pasted list of addresses as arrays, for statements that go through all of it at once. */
record TypedList(List<TypedAddress> entries) {
    TypedList {
        entries = List.copyOf(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The entries with a valid address that no entry before them has. */
    List<TypedAddress> distinct() {
        Set<String> seen = new HashSet<>();
        return entries.stream().filter(entry -> isFirst(entry, seen)).toList();
    }

    Map<String, Object> params() {
        Set<String> seen = new HashSet<>();
        return Map.of(
                "typedFates", each(entry -> fate(entry, seen)),
                "typedKeys",
                        each(entry -> entry.address().map(EmailAddress::key).orElse("")),
                "typedAddresses",
                        each(entry -> entry.address().map(EmailAddress::value).orElse("")),
                "typedTexts", each(TypedAddress::text),
                "typedNames", each(entry -> entry.name().full()));
    }

    /** What is clear from the list alone; empty when it is not. */
    private static String fate(TypedAddress entry, Set<String> seen) {
        if (entry.address().isEmpty()) {
            return Verdict.INVALID_ADDRESS.word();
        }
        return isFirst(entry, seen) ? "" : Verdict.DUPLICATE_ADDRESS.word();
    }

    private static boolean isFirst(TypedAddress entry, Set<String> seen) {
        return entry.address().map(EmailAddress::key).filter(seen::add).isPresent();
    }

    private String[] each(Function<TypedAddress, String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }
}
