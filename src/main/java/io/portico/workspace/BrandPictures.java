package io.portico.workspace;

import io.portico.workspace.images.IconShape;
import io.portico.workspace.images.PictureSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures of a brand by the hashes of their content, under which {@link BrandImages} keeps them.
 *
 * @param icon by the word of the {@link IconShape}; all of them or none
 */
public record BrandPictures(Optional<Logo> logo, Map<String, String> icon) {
    public static final BrandPictures NONE = new BrandPictures(Optional.empty(), Map.of());

    /** A logo and the size it has. */
    public record Logo(String hash, PictureSize size) {}

    public BrandPictures {
        icon = Map.copyOf(icon);
    }

    public boolean hasIcon() {
        return !icon.isEmpty();
    }

    public Optional<String> icon(IconShape shape) {
        return Optional.ofNullable(icon.get(shape.word()));
    }

    BrandPictures withLogo(Logo other) {
        return new BrandPictures(Optional.of(other), icon);
    }

    BrandPictures withIcon(Map<IconShape, String> others) {
        Map<String, String> byWord = new LinkedHashMap<>();
        others.forEach((shape, hash) -> byWord.put(shape.word(), hash));
        return new BrandPictures(logo, byWord);
    }

    public BrandPictures withoutLogo() {
        return new BrandPictures(Optional.empty(), icon);
    }

    public BrandPictures withoutIcon() {
        return new BrandPictures(logo, Map.of());
    }

    Set<String> hashes() {
        return Stream.concat(logo.stream().map(Logo::hash), icon.values().stream())
                .collect(Collectors.toSet());
    }
}
