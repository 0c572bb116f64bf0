package io.portico.console.outreach;

import io.portico.console.people.SelectionForm;
import io.portico.kernel.Language;
import io.portico.outreach.RunWords;
import io.portico.outreach.TypedAddress;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the operator typed for an invitation, beside whom they chose. */
public record InviteForm(String addresses, String note, String language) {
    public InviteForm(@Nullable String addresses, @Nullable String note, @Nullable String language) {
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

    FormErrors check(SelectionForm chosen, Texts texts) {
        var errors = new FormErrors();
        int addresses = typed().size();
        if (chosen.isEmpty() && addresses == 0) {
            errors.put("addresses", texts.t("invite.nobody"));
        }
        if (addresses > TypedAddress.MOST) {
            errors.put("addresses", texts.t("invite.too-many", TypedAddress.MOST, addresses));
        }
        checkNote(note, errors, texts);
        return errors;
    }

    static void checkNote(String note, FormErrors errors, Texts texts) {
        if (note.strip().length() > RunWords.LONGEST_NOTE) {
            errors.put(
                    "note",
                    texts.t(
                            "invite.note-too-long",
                            RunWords.LONGEST_NOTE,
                            note.strip().length()));
        }
    }
}
