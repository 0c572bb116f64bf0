package io.portico.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for errors that no controller saw, such as a request that the firewall refused. */
@Controller
class StrayErrors implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(StrayErrors.class);

    private final ErrorPages pages;
    private final NamelessPage nameless;

    StrayErrors(ErrorPages pages, NamelessPage nameless) {
        this.pages = pages;
        this.nameless = nameless;
    }

    @RequestMapping("/error")
    Answer page(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        try {
            return pages.page(status == null ? HttpStatus.NOT_FOUND : status, request, response);
        } catch (TransactionException | DataAccessException e) {
            LOG.debug("An error's page needs the database as well", e);
            return nameless.answer(request, response);
        }
    }
}
