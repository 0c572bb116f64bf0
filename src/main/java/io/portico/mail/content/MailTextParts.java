package io.portico.mail.content;

import io.portico.mail.CustomText;

/** The four texts of a mail, checked. */
record MailTextParts(CustomText subject, CustomText preheader, Markdown body, CustomText button) {}
