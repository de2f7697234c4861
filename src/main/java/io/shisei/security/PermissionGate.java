package io.shisei.security;

import io.shisei.refusal.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a request reach a handler of ours only with the permission that the handler {@link Needs}. */
@Component
class PermissionGate implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OURS = "io.shisei.";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What is dispatched again was let in before.
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            check(method);
        }
        return true;
    }

    private static void check(HandlerMethod method) {
        var needs = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        if (needs == null) {
            throw new IllegalStateException(method + " does not declare which permission it needs");
        }
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (needs.value().isOf(login)) {
            return;
        }
        if (login instanceof UncheckedLogin unchecked) {
            throw unchecked.why();
        }
        throw new Refusal.Forbidden(lack(needs.value()));
    }

    private static SecurityCode lack(Permission permission) {
        return switch (permission) {
            case COME_IN, READ -> SecurityCode.NOT_PERMITTED;
            case OPERATE -> SecurityCode.NEEDS_OPERATOR;
            case ADMINISTER -> SecurityCode.NEEDS_ADMINISTRATOR;
        };
    }
}
