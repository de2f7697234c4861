package io.shisei.dashboard.kept;

import io.shisei.dashboard.GetPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which requests lead to a {@link GetPage}. */
final class PageRoutes {

    /** Where Spring keeps what only the next page shows. */
    private static final String NOTICES = SessionFlashMapManager.class.getName() + ".FLASH_MAPS";

    private final RequestMappingHandlerMapping mappings;

    PageRoutes(RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** Whether it asks for a page that is the same for whoever asks the same: without a notice, in no other language. */
    boolean leadToTheSame(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !Objects.requireNonNullElse(request.getQueryString(), "").contains("lang=")
                && !hasNotice(request)
                && isPage(request);
    }

    private static boolean hasNotice(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(NOTICES) != null;
    }

    private boolean isPage(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            var handler = mappings.getHandler(request);
            return handler != null
                    && handler.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(GetPage.class);
        } catch (Exception e) {
            return false; // who answers the request says what is wrong with it
        }
    }
}
