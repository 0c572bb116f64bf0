package io.portico.console.app;

import gg.jte.generated.precompiled.Templates;
import io.portico.apps.PortalApp;
import io.portico.apps.PortalApp.Platform;
import io.portico.apps.PortalApps;
import io.portico.apps.StoreApp;
import io.portico.apps.StoreApps;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Describes a workspace's apps in the stores. */
@ConsoleController
class PortalAppController {
    private final Templates templates;
    private final PortalApps apps;
    private final StoreApps stores;

    PortalAppController(Templates templates, PortalApps apps, StoreApps stores) {
        this.templates = templates;
        this.apps = apps;
        this.stores = stores;
    }

    @GetMapping("/w/{workspace}/settings/portal-app")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        return Answer.page(templates.consoleAppEdit(PortalAppPage.of(visit, apps.of(visit.workspace()))));
    }

    @PostMapping("/w/{workspace}/settings/portal-app/ios")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer saveIos(ConsoleVisit visit, @RequestParam Map<String, String> typed) {
        return save(visit, new StoreAppForm(Platform.IOS, typed));
    }

    @PostMapping("/w/{workspace}/settings/portal-app/android")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer saveAndroid(ConsoleVisit visit, @RequestParam Map<String, String> typed) {
        return save(visit, new StoreAppForm(Platform.ANDROID, typed));
    }

    @PostMapping("/w/{workspace}/settings/portal-app/ios/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer removeIos(ConsoleVisit visit) {
        return remove(visit, Platform.IOS);
    }

    @PostMapping("/w/{workspace}/settings/portal-app/android/remove")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer removeAndroid(ConsoleVisit visit) {
        return remove(visit, Platform.ANDROID);
    }

    private Answer save(ConsoleVisit visit, StoreAppForm form) {
        FormErrors errors = FormErrors.none();
        Optional<StoreApp> app = new TypedStoreApp(form, visit.texts(), errors).read();
        if (app.isEmpty()) {
            PortalApp before = apps.of(visit.workspace());
            return Answer.invalid(templates.consoleAppEdit(PortalAppPage.of(visit, before, form, errors)));
        }
        stores.save(visit.workspaceId(), app.get(), visit.actor());
        return back(visit).saying(Notice.done("app.saved"));
    }

    private Answer remove(ConsoleVisit visit, Platform platform) {
        stores.remove(visit.workspaceId(), platform, visit.actor());
        return back(visit).saying(Notice.done("app.removed"));
    }

    private static Answer.SeeOther back(ConsoleVisit visit) {
        return Answer.seeOther(visit.at("/settings/portal-app"));
    }
}
