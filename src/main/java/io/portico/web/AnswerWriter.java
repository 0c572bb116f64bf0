package io.portico.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes an {@link Answer}. Pages are rendered whole before the first byte leaves, so an error is never half a page. */
@Component
class AnswerWriter implements HandlerMethodReturnValueHandler {
    private final Notices notices;

    AnswerWriter(Notices notices) {
        this.notices = notices;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Answer.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        HttpServletResponse response = (HttpServletResponse) web.getNativeResponse();
        if (answer instanceof Answer given && response != null) {
            write(given, request, response);
        }
    }

    void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (answer) {
            case Answer.Page page -> writePage(page, response);
            case Answer.SeeOther other -> sendOn(other, request, response);
            case Answer.Unchanged unchanged -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static void writePage(Answer.Page page, HttpServletResponse response) throws IOException {
        var output = new Utf8ByteOutput();
        page.model().render(output);
        response.setStatus(page.status().value());
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private void sendOn(Answer.SeeOther other, HttpServletRequest request, HttpServletResponse response) {
        other.notice().ifPresent(notice -> notices.keep(notice, request, response));
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", other.path());
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", other.path());
    }
}
