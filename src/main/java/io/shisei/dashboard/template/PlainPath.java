package io.shisei.dashboard.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/** A variable, and from there properties and methods without arguments. */
record PlainPath(String variable, List<Step> steps) {

    static final Object UNREADABLE = new Object();

    /** What requests bring, which templates may not use everywhere. */
    private static final String PARAMETERS = "param";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*(?:[.][A-Za-z_]\\w*(?:[(][)])?)*");

    static Optional<PlainPath> parse(String expression) {
        var words = expression.split("[.]");
        return PLAIN.matcher(expression).matches() && !words[0].equals(PARAMETERS)
                ? Optional.of(new PlainPath(
                        words[0], Arrays.stream(words).skip(1).map(Step::parse).toList()))
                : Optional.empty();
    }

    /** The value, or {@link #UNREADABLE}. */
    @Nullable
    Object read(IExpressionContext context) {
        if (!context.containsVariable(variable)) {
            return UNREADABLE;
        }
        var value = context.getVariable(variable);
        for (var step : steps) {
            if (value == null || value instanceof Map || value == UNREADABLE) {
                return UNREADABLE;
            }
            value = step.take(value);
        }
        return value;
    }
}
