package io.portico.console.settings;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.access.AccessPolicies;
import io.portico.access.AccessPolicy;
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

/** Changes how long links and sessions of contacts live. */
@ConsoleController
class AccessPolicyController {
    private final Templates templates;
    private final AccessPolicies policies;

    AccessPolicyController(Templates templates, AccessPolicies policies) {
        this.templates = templates;
        this.policies = policies;
    }

    @GetMapping("/w/{workspace}/settings/access")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        AccessPolicy policy = policies.of(visit.workspaceId());
        return Answer.page(page(visit, AccessPolicyForm.of(policy), FormErrors.none()));
    }

    @PostMapping("/w/{workspace}/settings/access")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer save(ConsoleVisit visit, @RequestParam Map<String, String> typed) {
        var form = new AccessPolicyForm(typed);
        FormErrors errors = FormErrors.none();
        Optional<AccessPolicy> policy = new TypedLifetimes(form, visit.texts(), errors).read();
        if (policy.isEmpty()) {
            return Answer.invalid(page(visit, form, errors));
        }
        policies.change(visit.workspaceId(), policy.get(), visit.actor());
        return Answer.seeOther(visit.at("/settings/access")).saying(Notice.done("lifetimes.saved"));
    }

    private JteModel page(ConsoleVisit visit, AccessPolicyForm form, FormErrors errors) {
        return templates.consoleSettingsAccess(AccessPolicyPage.of(visit, form, errors));
    }
}
