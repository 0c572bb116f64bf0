package io.portico.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;

/** What somebody looks through: a screen, a colour scheme and the language their browser asks for. */
public record View(int width, int height, ColorScheme scheme, String locale) {
    public static final View WIDE = new View(1440, 900, ColorScheme.LIGHT, "en-US");
    public static final View PHONE = new View(390, 844, ColorScheme.LIGHT, "en-US");

    public View dark() {
        return new View(width, height, ColorScheme.DARK, locale);
    }

    public View korean() {
        return new View(width, height, scheme, "ko-KR");
    }

    /** Each width, colour scheme and language once: all eight would take four times as long and find next to nothing more. */
    public static List<View> crossed() {
        return List.of(WIDE.korean(), PHONE.dark());
    }

    boolean isPhone() {
        return width < 600;
    }

    Browser.NewContextOptions context() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setIsMobile(isPhone())
                .setHasTouch(isPhone())
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(locale)
                .setTimezoneId("Asia/Seoul");
    }

    /** Such as {@code 1440-light-en}, for names of pictures. */
    @Override
    public String toString() {
        return width + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + locale.substring(0, 2);
    }
}
