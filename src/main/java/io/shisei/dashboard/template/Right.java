package io.shisei.dashboard.template;

import io.shisei.dashboard.Frame;
import io.shisei.security.Permission;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * An element for those who have a permission, {@code sh:needs="OPERATE"}, or for those who have not, {@code
 * sh:lacks="OPERATE"}. It only saves people from what the handler's {@link io.shisei.security.Needs} would refuse.
 */
final class Right extends AbstractAttributeTagProcessor {

    /** Before Thymeleaf's own loops and conditions. */
    private static final int PRECEDENCE = 150;

    private final boolean had;

    Right(String name, boolean had) {
        super(TemplateMode.HTML, Marks.PREFIX, null, false, name, true, PRECEDENCE, true);
        this.had = had;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String permission,
            IElementTagStructureHandler handler) {
        var has = context.getVariable("frame") instanceof Frame frame && frame.may(Permission.valueOf(permission));
        if (has != had) {
            handler.removeElement();
        }
    }
}
