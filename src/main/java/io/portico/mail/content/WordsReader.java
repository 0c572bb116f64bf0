package io.portico.mail.content;

import io.portico.mail.CustomText;
import io.portico.mail.MailWords;
import io.portico.mail.SingleLine;
import io.portico.mail.TextCheck;
import io.portico.mail.TextCheck.Fault;
import io.portico.mail.TextCheck.Position;
import io.portico.mail.TextPlace;
import io.portico.mail.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the four texts of a mail, and tells what is wrong with each. */
public final class WordsReader {
    private final Vocabulary vocabulary;
    private final Map<TextPlace, List<Fault>> faults = new EnumMap<>(TextPlace.class);
    private final Map<TextPlace, CustomText> texts = new EnumMap<>(TextPlace.class);
    private Optional<Markdown> body = Optional.empty();

    private WordsReader(MailWords words, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (TextPlace place : TextPlace.values()) {
            read(
                    place,
                    place.isOneLine()
                            ? SingleLine.of(words.of(place))
                            : words.of(place).strip());
        }
    }

    public static WordsReader of(MailWords words, Vocabulary vocabulary) {
        return new WordsReader(words, vocabulary);
    }

    private void read(TextPlace place, String written) {
        List<Fault> found = new ArrayList<>();
        if (written.isEmpty() && place != TextPlace.PREHEADER) {
            found.add(new Fault.Empty(new Position(1, 1)));
        }
        switch (CustomText.check(written, place, vocabulary)) {
            case TextCheck.Refused(List<Fault> refused) -> found.addAll(refused);
            case TextCheck.Accepted(CustomText text) -> {
                texts.put(place, text);
                if (place == TextPlace.BODY) {
                    Markdown markdown = Markdown.of(text);
                    found.addAll(markdown.faults());
                    body = Optional.of(markdown);
                }
            }
        }
        if (!found.isEmpty()) {
            faults.put(place, List.copyOf(found));
        }
    }

    Map<TextPlace, List<Fault>> faults() {
        return faults;
    }

    public WordsCheck check() {
        return faults.isEmpty()
                ? new WordsCheck.Accepted(new MailWords(
                        text(TextPlace.SUBJECT).written(),
                        text(TextPlace.PREHEADER).written(),
                        text(TextPlace.BODY).written(),
                        text(TextPlace.BUTTON).written()))
                : new WordsCheck.Refused(faults);
    }

    /** @throws IllegalStateException when something is wrong with them */
    MailTextParts parts() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("refused texts: " + faults.keySet());
        }
        return new MailTextParts(
                text(TextPlace.SUBJECT), text(TextPlace.PREHEADER), body.orElseThrow(), text(TextPlace.BUTTON));
    }

    private CustomText text(TextPlace place) {
        CustomText text = texts.get(place);
        if (text == null) {
            throw new IllegalStateException("no text for " + place);
        }
        return text;
    }
}
