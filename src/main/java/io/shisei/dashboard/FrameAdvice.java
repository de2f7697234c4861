package io.shisei.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Frame} around the pages. */
@ControllerAdvice(basePackageClasses = FrameAdvice.class)
class FrameAdvice {
    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, @Nullable Principal principal) {
        return Frame.of(request, principal);
    }
}
