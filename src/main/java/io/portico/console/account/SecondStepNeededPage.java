package io.portico.console.account;

import io.portico.web.OperatorVisit;
import io.portico.web.PageModel;

/**
 * Leads an operator whom a workspace asks for a second step to set one up.
 *
 * @param has they have one, and signed in without it
 */
public record SecondStepNeededPage(OperatorVisit frame, boolean has) implements PageModel {}
