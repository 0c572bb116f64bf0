package io.portico.console.brand;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import io.portico.workspace.Accent;
import io.portico.workspace.Brand;
import io.portico.workspace.BrandLinks;
import io.portico.workspace.BrandPictures;
import io.portico.workspace.BrandWords;
import io.portico.workspace.WebLink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a typed brand; what cannot be is told beside its field, with what was found and what is needed. */
record TypedBrand(BrandForm form, Texts texts, FormErrors errors) {
    /** A brand without pictures, which the form does not hold; empty when something is wrong. */
    Optional<Brand> read() {
        String name = line("name", Brand.LONGEST_NAME);
        if (name.isEmpty()) {
            errors.put("name", texts.t("doors.field.empty"));
        }
        Optional<Accent> accent = accent();
        Optional<Accent> band = colour("band", form.of("band"));
        var words = new Words(line("description", BrandWords.LONGEST_DESCRIPTION), lines("footer"), welcome());
        var links = new BrandLinks(support(), link("terms"), link("privacy"));
        return errors.isEmpty() && accent.isPresent() && band.isPresent()
                ? Optional.of(new Brand(name, accent.get(), band.get(), BrandPictures.NONE, words.checked(), links))
                : Optional.empty();
    }

    /** Words that may still be too long, so not a brand's yet. */
    private record Words(String description, String footer, Map<String, String> welcome) {
        BrandWords checked() {
            return new BrandWords(description, footer, welcome);
        }
    }

    /** The nearest colour that could be the accent, while the typed one is a colour and cannot. */
    Optional<Accent> proposal() {
        return Accent.parse(form.accent())
                .filter(accent -> !accent.standsOutFrom(Accent.WHITE))
                .map(accent -> accent.mendedFor(Accent.WHITE));
    }

    private Optional<Accent> accent() {
        Optional<Accent> accent = colour("accent", form.accent());
        accent.filter(each -> !each.standsOutFrom(Accent.WHITE))
                .ifPresent(each -> errors.put(
                        "accent",
                        texts.t(
                                "brand.accent.contrast",
                                each.value(),
                                oneDecimal(each.contrastWithWhite()),
                                oneDecimal(Accent.NEEDED_AGAINST_GROUND))));
        return accent;
    }

    private Optional<Accent> colour(String field, String typed) {
        Optional<Accent> colour = Accent.parse(typed);
        if (colour.isEmpty()) {
            errors.put(field, texts.t("brand.colour.form", shown(typed)));
        }
        return colour;
    }

    private String line(String field, int longest) {
        String text = text(field, longest);
        if (text.indexOf('\n') >= 0) {
            errors.put(field, texts.t("doors.field.characters"));
        }
        return text;
    }

    private String lines(String field) {
        return text(field, BrandWords.LONGEST_TEXT);
    }

    private String text(String field, int longest) {
        String text = form.of(field);
        if (text.length() > longest) {
            errors.put(field, texts.t("doors.field.long", longest, text.length()));
        }
        if (!BrandWords.isVisible(text)) {
            errors.put(field, texts.t("doors.field.characters"));
        }
        return text;
    }

    private Map<String, String> welcome() {
        Map<String, String> welcome = new HashMap<>();
        for (Language language : Language.values()) {
            welcome.put(language.tag(), lines(BrandForm.welcomeName(language)));
        }
        return welcome;
    }

    private Optional<EmailAddress> support() {
        return optional("support", EmailAddress::parse, texts.t("doors.field.email"));
    }

    private Optional<WebLink> link(String field) {
        return optional(field, WebLink::parse, texts.t("brand.link.form", shown(form.of(field))));
    }

    private <T> Optional<T> optional(String field, Function<String, Optional<T>> reading, String message) {
        String typed = form.of(field);
        Optional<T> read = typed.isEmpty() ? Optional.empty() : reading.apply(typed);
        if (read.isEmpty() && !typed.isEmpty()) {
            errors.put(field, message);
        }
        return read;
    }

    /** Enough of it to be recognised. */
    private static String shown(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }

    /** Rounded down, so that what falls short never reads as enough. */
    private static String oneDecimal(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(1, RoundingMode.DOWN).toPlainString();
    }
}
