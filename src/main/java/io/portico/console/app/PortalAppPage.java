package io.portico.console.app;

import io.portico.apps.PortalApp;
import io.portico.apps.PortalApp.Platform;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.web.QrCode;
import java.util.List;

/** The portal app and its places in the stores, to be described. */
public record PortalAppPage(ConsoleVisit visit, PortalApp app, QrCode qr, List<StorePart> stores) implements PageModel {
    public PortalAppPage {
        stores = List.copyOf(stores);
    }

    static PortalAppPage of(ConsoleVisit visit, PortalApp app) {
        return new PortalAppPage(
                visit,
                app,
                QrCode.of(app.address()),
                List.of(part(visit, app, Platform.IOS), part(visit, app, Platform.ANDROID)));
    }

    /** With one form as it was typed. */
    static PortalAppPage of(ConsoleVisit visit, PortalApp app, StoreAppForm form, FormErrors errors) {
        PortalAppPage page = of(visit, app);
        List<StorePart> parts = page.stores.stream()
                .map(part -> part.platform() == form.platform()
                        ? StorePart.of(visit, form, app.on(form.platform()).isPresent(), errors)
                        : part)
                .toList();
        return new PortalAppPage(visit, app, page.qr, parts);
    }

    private static StorePart part(ConsoleVisit visit, PortalApp app, Platform platform) {
        var known = app.on(platform);
        return StorePart.of(visit, StoreAppForm.of(platform, known), known.isPresent(), FormErrors.none());
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
