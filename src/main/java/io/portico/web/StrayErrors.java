package io.portico.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for errors that no controller saw, such as a request that the firewall refused. */
@Controller
class StrayErrors implements ErrorController {
    private final ErrorPages pages;

    StrayErrors(ErrorPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    Answer page(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return pages.page(status == null ? HttpStatus.NOT_FOUND : status, request, response);
    }
}
