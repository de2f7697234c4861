package io.shisei.control.cel;

import io.shisei.control.Occasion;
import io.shisei.control.cel.function.Names;
import io.shisei.control.cel.partial.Budget;
import io.shisei.control.cel.partial.Scope;
import io.shisei.control.cel.partial.Uncertain;
import io.shisei.control.cel.value.StructView;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One evaluation over a document with gaps, or with an error in it. Definitions are evaluated when first used. */
final class PartialEvaluation implements Scope {

    private final StructView resource;
    private final StructView params;
    private final Occasion occasion;
    private final Names names;
    private final Budget budget;
    private final Map<String, Object> defined = new HashMap<>();

    PartialEvaluation(StructView resource, StructView params, Occasion occasion, Names names, Budget budget) {
        this.resource = resource;
        this.params = params;
        this.occasion = occasion;
        this.names = names;
        this.budget = budget;
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public @Nullable Object find(String name) {
        return switch (name) {
            case Evaluation.RESOURCE -> resource;
            case Evaluation.PARAMS -> params;
            case Evaluation.TABLES -> names.tables();
            default -> {
                var definition = names.definitions().get(name);
                yield definition == null ? Evaluation.of(occasion, name) : define(name, definition);
            }
        };
    }

    /** What is certain whatever the unknown values are; nothing is, where the resource may not be judged at all. */
    Outcome outcome(Condition.Decision decision, Demanded demanded) {
        var applies =
                decision.applies() == null ? true : decision.applies().partial().eval(this);
        if (applies.equals(false)) {
            return Condition.EXCLUDED;
        }
        var outcome = demanded.outcome(decision.demand().partial().eval(this));
        if (applies.equals(true)) {
            return outcome;
        }
        var causes = new TreeSet<>(Uncertain.causes(applies));
        if (outcome instanceof Outcome.Unclear unclear) {
            causes.addAll(unclear.causes());
        }
        return new Outcome.Unclear(causes);
    }

    // A definition never uses itself, so that nothing is evaluated while it is.
    private Object define(String name, Expression definition) {
        var value = defined.get(name);
        if (value == null) {
            value = definition.partial().eval(this);
            defined.put(name, value);
        }
        return value;
    }
}
