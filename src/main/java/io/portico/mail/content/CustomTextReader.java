package io.portico.mail.content;

import com.samskivert.mustache.Mustache;
import io.portico.mail.CustomValue;
import java.util.ArrayList;
import java.util.List;

/** Walks what Mustache understood of a text: keeps words and known values, notes the rest as faults. */
final class CustomTextReader implements Mustache.Visitor {
    private final List<CustomText.Piece> pieces = new ArrayList<>();
    private final List<TextCheck.Fault> faults = new ArrayList<>();

    TextCheck result() {
        return faults.isEmpty() ? new TextCheck.Accepted(new CustomText(pieces)) : new TextCheck.Refused(faults);
    }

    @Override
    public void visitText(String text) {
        if (text.contains("{{") || text.contains("}}")) {
            faults.add(new TextCheck.Fault.Unreadable(text.contains("{{") ? "{{" : "}}"));
        }
        pieces.add(new CustomText.Piece.Words(text));
    }

    @Override
    public void visitVariable(String tag) {
        int bar = tag.indexOf('|');
        String name = bar < 0 ? tag.strip() : tag.substring(0, bar).strip();
        String fallback = bar < 0 ? "" : tag.substring(bar + 1).strip();
        CustomValue.named(name)
                .ifPresentOrElse(
                        value -> pieces.add(new CustomText.Piece.Value(value, fallback)),
                        () -> faults.add(new TextCheck.Fault.Unknown(name, CustomValue.nearest(name))));
    }

    @Override
    public boolean visitInclude(String name) {
        return refuse(">" + name);
    }

    @Override
    public boolean visitParent(String name) {
        return refuse("<" + name);
    }

    @Override
    public boolean visitBlock(String name) {
        return refuse("$" + name);
    }

    @Override
    public boolean visitSection(String name) {
        return refuse("#" + name);
    }

    @Override
    public boolean visitInvertedSection(String name) {
        return refuse("^" + name);
    }

    private boolean refuse(String tag) {
        faults.add(new TextCheck.Fault.NotAValue(tag));
        return false;
    }
}
