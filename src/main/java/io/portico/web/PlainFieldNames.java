package io.portico.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;

/**
 * A form is what its fields say and nothing else: not what headers of the same name say, nor fields named with a prefix,
 * which whoever counts requests by a field would not see. An index in a field's name, which would reach into what the
 * binder builds, is refused with 400.
 */
@ControllerAdvice
class PlainFieldNames {
    @InitBinder
    void check(WebDataBinder binder, WebRequest request) {
        binder.setFieldDefaultPrefix(null);
        binder.setFieldMarkerPrefix(null);
        if (binder instanceof ExtendedServletRequestDataBinder extended) {
            extended.setHeaderPredicate(name -> false);
        }
        request.getParameterNames().forEachRemaining(name -> {
            if (name.indexOf('[') >= 0) {
                throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
            }
        });
    }
}
