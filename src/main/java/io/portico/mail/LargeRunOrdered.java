package io.portico.mail;

/** Mails came into the queue in a leap. Published within the transaction that ordered them; heard after it. */
record LargeRunOrdered() {}
