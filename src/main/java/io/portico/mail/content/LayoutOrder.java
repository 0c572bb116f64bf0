package io.portico.mail.content;

import io.portico.kernel.Language;
import io.portico.workspace.Workspace;
import java.util.Optional;

/**
 * What a layout depends on beside the texts; two mails of the same order and texts differ by their recipient alone.
 *
 * @param workspace its brand
 * @param toContact whose footer stands below
 * @param portal where the brand's pictures are; empty for mails that show none
 */
record LayoutOrder(
        Workspace workspace,
        Language language,
        boolean toContact,
        Optional<String> portal,
        boolean withNote,
        boolean withCode) {}
