package io.portico.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;

/**
 * A field is named as it is: a prefix, with which Spring MVC would also take it, hides it from whoever counts requests by
 * that field; an index, which would reach into what the binder builds, is refused with 400.
 */
@ControllerAdvice
class PlainFieldNames {
    @InitBinder
    void check(WebDataBinder binder, WebRequest request) {
        binder.setFieldDefaultPrefix(null);
        binder.setFieldMarkerPrefix(null);
        request.getParameterNames().forEachRemaining(name -> {
            if (name.indexOf('[') >= 0) {
                throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
            }
        });
    }
}
