package io.shisei.dashboard.template;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Reads plain paths such as {@code it.counts.failed} and {@code rows.isEmpty()}, which are most of what templates ask
 * for, and leaves all else to SpEL, also what it cannot read, for the error. SpEL looks for each step of a path anew in
 * each page, and asks whether the template may take it: a third of the work for a page.
 */
final class PlainPaths implements IStandardVariableExpressionEvaluator {

    private final IStandardVariableExpressionEvaluator spel;
    private final Map<String, Optional<PlainPath>> paths = new ConcurrentHashMap<>(); // templates are fixed, so it ends

    PlainPaths(IStandardVariableExpressionEvaluator spel) {
        this.spel = spel;
    }

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext execution) {
        var path = paths.computeIfAbsent(expression.getExpression(), PlainPath::parse);
        if (path.isPresent() && !expression.getUseSelectionAsRoot() && !execution.getPerformTypeConversion()) {
            var read = path.get().read(context);
            if (read != PlainPath.UNREADABLE) {
                return read;
            }
        }
        return spel.evaluate(context, expression, execution);
    }
}
