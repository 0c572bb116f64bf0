package io.portico.mail;

import io.portico.kernel.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What texts of a workspace may use, as it is now. */
@Component
public class Vocabularies {
    /** All that is known of the reader of a mail to operators. */
    private static final List<CustomValue> TO_OPERATORS = List.of(
            CustomValue.WORKSPACE_NAME,
            CustomValue.WORKSPACE_DESCRIPTION,
            CustomValue.WORKSPACE_SUPPORT_EMAIL,
            CustomValue.WORKSPACE_FOOTER,
            CustomValue.WORKSPACE_TERMS_URL,
            CustomValue.WORKSPACE_PRIVACY_URL,
            CustomValue.WORKSPACE_TIME_ZONE,
            CustomValue.OPERATOR_NAME,
            CustomValue.OPERATOR_EMAIL);

    private static final Set<CustomValue> NO_FIELD = Set.of(CustomValue.ofContactField(""));

    private final ContactFields fields;
    private final OwnValues own;

    Vocabularies(ContactFields fields, OwnValues own) {
        this.fields = fields;
        this.own = own;
    }

    /** For texts that a contact will read. */
    public Vocabulary toContacts(WorkspaceId workspace) {
        List<CustomValue> all = new ArrayList<>(CustomValue.STANDARD);
        fields.of(workspace).stream().map(CustomValue::ofContactField).forEach(all::add);
        own.all(workspace).stream().map(OwnValue::name).forEach(all::add);
        return new Vocabulary(all).without(NO_FIELD);
    }

    /** For the texts of a template. */
    public Vocabulary of(WorkspaceId workspace, MailTemplate template) {
        if (template.isToContact() || template == MailTemplate.TEST_MAIL) {
            return toContacts(workspace);
        }
        List<CustomValue> all = new ArrayList<>(TO_OPERATORS);
        if (template == MailTemplate.PORTAL_HOST_FAILED || template == MailTemplate.PORTAL_HOST_BACK) {
            all.add(CustomValue.PORTAL_URL);
        }
        own.all(workspace).stream().map(OwnValue::name).forEach(all::add);
        return new Vocabulary(all);
    }
}
