package io.shisei.control.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import io.shisei.control.Occasion;
import io.shisei.control.cel.function.Names;
import io.shisei.control.cel.value.StructView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of one evaluation. Definitions are evaluated when first used, and once. */
public final class Evaluation implements CelVariableResolver {

    static final String RESOURCE = "resource";
    static final String PARAMS = "params";
    static final String TABLES = "tables";
    public static final String NOW = "now";
    static final String ACCOUNT = "account";
    static final String PARTITION = "partition";
    static final String REGION = "region";
    static final String ENABLED = "enabledControls";

    /** What is known of the occasion of judging. */
    static final Set<String> OCCASION = Set.of(NOW, ACCOUNT, PARTITION, REGION, ENABLED);

    private final Optional<Object> resource;
    private final Optional<Object> params;
    private final Occasion occasion;
    private final Names names;
    private final Map<String, Object> defined = new HashMap<>(4);

    Evaluation(StructView resource, StructView params, Occasion occasion, Names names) {
        this.resource = Optional.of(resource);
        this.params = Optional.of(params);
        this.occasion = occasion;
        this.names = names;
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case RESOURCE -> resource;
            case PARAMS -> params;
            case TABLES -> Optional.of(names.tables());
            default -> {
                var definition = names.definitions().get(name);
                yield definition == null
                        ? Optional.ofNullable(of(occasion, name))
                        : Optional.of(define(name, definition));
            }
        };
    }

    static @Nullable Object of(Occasion occasion, String name) {
        return switch (name) {
            case NOW -> occasion.now();
            case ACCOUNT -> occasion.account();
            case PARTITION -> occasion.partition();
            case REGION -> occasion.region();
            case ENABLED -> occasion.enabledControls();
            default -> null;
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
