package io.portico.contacts;

import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A filter as a condition on the table contact, with its named parameters. */
record PeopleCondition(String sql, Map<String, Object> params) {
    private static final int MOST_WORDS = 8;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern PHONE = Pattern.compile("[+()0-9 ./-]{4,}");

    static PeopleCondition of(List<ContactId> ids) {
        UUID[] values = ids.stream().map(ContactId::value).toArray(UUID[]::new);
        return new PeopleCondition("id = any(:ids)", Map.of("ids", values));
    }

    static PeopleCondition of(PeopleFilter filter, LocalDate today) {
        List<String> all = new ArrayList<>(List.of("true"));
        Map<String, Object> params = new HashMap<>();
        filter.group().ifPresent(group -> {
            all.add(group.condition());
            params.put("today", today);
        });
        filter.tag().ifPresent(tag -> {
            all.add("tags @> array[:tag]::text[]");
            params.put("tag", tag);
        });
        if (!filter.text().isEmpty()) {
            all.add(search(filter.text(), params));
        }
        return new PeopleCondition(String.join(" and ", all), params);
    }

    /** The contacts of the workspace that meet it. */
    Rows of(WorkspaceId workspace) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("workspace", workspace.value());
        return new Rows("select * from contact where workspace_id = :workspace and " + sql, all);
    }

    /** Every word is somewhere in it; or, for what looks like a phone number, its digits are, however they are split. */
    private static String search(String text, Map<String, Object> params) {
        List<String> words = new ArrayList<>();
        for (String word : SPACES.split(text.toLowerCase(Locale.ROOT), MOST_WORDS)) {
            String name = "word" + words.size();
            words.add("haystack like :" + name);
            params.put(name, containing(word));
        }
        String everyWord = String.join(" and ", words);
        String digits = digits(text);
        if (digits.isEmpty()) {
            return everyWord;
        }
        params.put("digits", containing(digits));
        return "((%s) or haystack like :digits)".formatted(everyWord);
    }

    /** Without the zero that stands for the country's own code in national numbers. */
    private static String digits(String text) {
        String digits = PHONE.matcher(text).matches() ? text.replaceAll("[^0-9]", "") : "";
        return digits.length() > 3 ? digits.replaceFirst("^0", "") : "";
    }

    private static String containing(String text) {
        return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
