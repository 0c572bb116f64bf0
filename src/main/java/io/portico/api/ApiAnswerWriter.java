package io.portico.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes an {@link ApiAnswer} as JSON. */
@Component
class ApiAnswerWriter implements HandlerMethodReturnValueHandler {
    private final ApiJson json;

    ApiAnswerWriter(ApiJson json) {
        this.json = json;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == ApiAnswer.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        if (answer instanceof ApiAnswer given) {
            write(given, request, response);
        }
    }

    private void write(ApiAnswer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status().value());
        if (answer.body().isEmpty()) {
            return;
        }
        byte[] body = json.write(answer.body().get());
        if (answer.tagged().isPresent()) {
            EntityTag tag = EntityTag.of(json.write(answer.tagged().get()));
            response.setHeader(HttpHeaders.ETAG, tag.text());
            if (isKnown(tag, request)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isKnown(EntityTag tag, HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                        .filter(tag::isIn)
                        .isPresent();
    }
}
