package io.portico.mail.content;

import io.portico.kernel.Language;
import io.portico.workspace.Workspace;

/**
 * What a layout depends on beside the texts; two mails of the same order and texts differ by their recipient alone.
 *
 * @param workspace its name and colour
 * @param toContact whose footer stands below
 */
record LayoutOrder(Workspace workspace, Language language, boolean toContact, boolean withNote, boolean withCode) {}
