package io.shisei.api.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.ui.SwaggerConfigResource;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Takes an address out of Swagger UI's settings that springdoc makes of the Host header; we have no OAuth that needs it. */
@ControllerAdvice(assignableTypes = SwaggerConfigResource.class)
class SwaggerSettings implements ResponseBodyAdvice<Map<String, Object>> {

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return Map.class.isAssignableFrom(answer.getParameterType());
    }

    @Override
    public @Nullable Map<String, Object> beforeBodyWrite(
            @Nullable Map<String, Object> settings,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (settings == null) {
            return null;
        }
        var ours = new TreeMap<>(settings);
        ours.remove("oauth2RedirectUrl");
        return ours;
    }
}
