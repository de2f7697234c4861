package io.shisei.dashboard;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;

/**
 * Forms are records, made by their constructors alone, and flat but for the windows of a schedule. A name of a part of
 * anything else cannot be bound, whatever it holds.
 */
@ControllerAdvice(basePackageClasses = FormNames.class)
class FormNames {
    private static final Pattern BINDABLE = Pattern.compile("[^.\\[\\]]*|windows\\[\\d{1,2}]\\.(days|from|to)");

    /** Browsers send the ends of lines as two characters and count one, so that a text could be longer than they let it be. */
    @InitBinder
    void endLines(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.replace("\r\n", "\n"));
            }
        });
    }

    /** @throws ServletRequestBindingException when a form holds a name that it cannot have */
    @InitBinder
    void check(WebDataBinder binder, WebRequest request) throws ServletRequestBindingException {
        if (binder.getTargetType() == null && binder.getTarget() == null) {
            return; // A single value.
        }
        binder.setDeclarativeBinding(true);
        for (var names = request.getParameterNames(); names.hasNext(); ) {
            var name = names.next();
            if (!BINDABLE.matcher(name).matches()) {
                throw new ServletRequestBindingException("no form has a field " + name);
            }
        }
    }
}
