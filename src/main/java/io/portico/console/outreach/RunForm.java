package io.portico.console.outreach;

import io.portico.console.people.SelectionForm;
import io.portico.kernel.Language;
import io.portico.outreach.RunWords;
import io.portico.outreach.TypedAddress;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the operator typed for a run, beside whom they chose. */
public record RunForm(String addresses, String note, String language) {
    public RunForm(@Nullable String addresses, @Nullable String note, @Nullable String language) {
        this.addresses = addresses == null ? "" : addresses;
        this.note = note == null ? "" : note;
        this.language = language == null ? "" : language;
    }

    List<TypedAddress> typed() {
        return TypedAddress.parse(addresses);
    }

    public RunWords words() {
        return new RunWords(
                note.isBlank() ? Optional.empty() : Optional.of(note.strip()),
                Language.parse(language).filter(known -> !language.isEmpty()));
    }

    /** A mark of the addresses: whoever sends them on unchanged has seen what becomes of them. */
    String mark() {
        return addresses.isBlank() ? "" : Integer.toHexString(addresses.strip().hashCode());
    }

    boolean isTooLong() {
        return typed().size() > TypedAddress.MOST;
    }

    /** The same words to these. */
    RunForm with(List<TypedAddress> others) {
        return new RunForm(others.stream().map(TypedAddress::text).collect(Collectors.joining("\n")), note, language);
    }

    FormErrors check(SelectionForm chosen, Texts texts) {
        var errors = new FormErrors();
        if (chosen.isEmpty() && typed().isEmpty()) {
            errors.put("addresses", texts.t("invite.nobody"));
        }
        checkAddresses(errors, texts);
        checkNote(errors, texts);
        return errors;
    }

    void checkAddresses(FormErrors errors, Texts texts) {
        if (isTooLong()) {
            errors.put("addresses", texts.t("invite.too-many", TypedAddress.MOST, typed().size()));
        }
    }

    private void checkNote(FormErrors errors, Texts texts) {
        int length = note.strip().length();
        if (length > RunWords.LONGEST_NOTE) {
            errors.put("note", texts.t("invite.note-too-long", RunWords.LONGEST_NOTE, length));
        }
    }
}
