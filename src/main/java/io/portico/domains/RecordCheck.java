package io.portico.domains;

import io.portico.domains.dns.DnsAnswer;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was found where a record should be.
 *
 * @param found at most three values, cut after 600 characters, which no record that works reaches: they come from strangers
 */
public record RecordCheck(RecordState state, List<String> found) {
    private static final int MOST = 3;
    private static final int LONGEST = 600;

    public RecordCheck {
        found = found.stream().limit(MOST).map(RecordCheck::cut).toList();
    }

    public static RecordCheck of(DnsAnswer answer, Predicate<List<String>> isRight) {
        return switch (answer) {
            case DnsAnswer.Records(var values) ->
                new RecordCheck(isRight.test(values) ? RecordState.FOUND : RecordState.OTHER, values);
            case DnsAnswer.NoRecord none -> new RecordCheck(RecordState.NO_RECORD, List.of());
            case DnsAnswer.NoSuchName none -> new RecordCheck(RecordState.NO_SUCH_NAME, List.of());
            case DnsAnswer.ServerFailed failed -> new RecordCheck(RecordState.SERVER_FAILED, List.of());
            case DnsAnswer.NoReply silent -> new RecordCheck(RecordState.NO_REPLY, List.of());
        };
    }

    public boolean isFound() {
        return state == RecordState.FOUND;
    }

    private static String cut(String value) {
        String plain = value.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
