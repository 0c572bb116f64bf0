package io.portico.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;

/** No form of ours names its fields with an index, which would reach into what the binder builds: refused with 400. */
@ControllerAdvice
class PlainFieldNames {
    @InitBinder
    void check(WebRequest request) {
        request.getParameterNames().forEachRemaining(name -> {
            if (name.indexOf('[') >= 0) {
                throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
            }
        });
    }
}
