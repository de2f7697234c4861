package io.shisei.control.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables of one evaluation. Definitions are evaluated when first used, and once. */
final class Evaluation implements CelVariableResolver {

    static final String RESOURCE = "resource";
    static final String PARAMS = "params";

    private final Optional<Object> resource;
    private final Optional<Object> params;
    private final Map<String, Expression> definitions;
    private final Map<String, Object> defined = new HashMap<>(4);

    Evaluation(StructView resource, StructView params, Map<String, Expression> definitions) {
        this.resource = Optional.of(resource);
        this.params = Optional.of(params);
        this.definitions = definitions;
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case RESOURCE -> resource;
            case PARAMS -> params;
            default -> Optional.ofNullable(definitions.get(name)).map(definition -> define(name, definition));
        };
    }

    private Object define(String name, Expression definition) {
        var value = defined.get(name);
        if (value == null) {
            value = evaluate(definition);
            defined.put(name, value);
        }
        if (value instanceof Failed failed) {
            throw failed.error;
        }
        return value;
    }

    private Object evaluate(Expression definition) {
        try {
            return definition.whole().eval(this);
        } catch (CelEvaluationException e) {
            return new Failed(new IllegalStateException(e.getMessage(), e));
        }
    }

    private record Failed(IllegalStateException error) {}
}
