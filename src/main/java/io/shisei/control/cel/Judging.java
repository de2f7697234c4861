package io.shisei.control.cel;

import dev.cel.runtime.CelEvaluationException;
import io.shisei.control.Occasion;
import io.shisei.control.cel.Condition.Decision;
import io.shisei.control.cel.function.Names;
import io.shisei.control.cel.partial.Budget;
import io.shisei.control.cel.reason.Sentences;
import io.shisei.control.cel.value.DocumentView;
import io.shisei.control.cel.value.StructView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The judging of one document: fast while all that is needed was read, and partial where something was not. */
public final class Judging {

    /** As what a reason knows the violation that it is said of. */
    public static final String VIOLATION = "violation";

    private final DocumentView resource;
    private final StructView params;
    private final Occasion occasion;
    private final Names names;
    private final Evaluation evaluation;
    private final Budget budget;
    private @Nullable PartialEvaluation partial;

    Judging(DocumentView resource, StructView params, Occasion occasion, Names names, Budget budget) {
        this.resource = resource;
        this.params = params;
        this.occasion = occasion;
        this.names = names;
        this.evaluation = new Evaluation(resource, params, occasion, names);
        this.budget = budget;
    }

    Outcome outcome(Decision decision, Sentences told) {
        return whole(decision, told).orElseGet(() -> stepwise(decision, told));
    }

    /** The same outcome, slower, and whatever the condition is, within the budget. */
    Outcome stepwise(Decision decision, Sentences told) {
        return partial().outcome(decision, new Demanded(told, this::partly));
    }

    /** The outcome, unless something could not be read or evaluated: CEL itself may absorb that, or give up for it. */
    private Optional<Outcome> whole(Decision decision, Sentences told) {
        try {
            var applies = decision.applies();
            if (applies != null && !(boolean) applies.whole().eval(evaluation)) {
                return resource.touched() ? Optional.empty() : Optional.of(Condition.EXCLUDED);
            }
            var demand = decision.demand().whole().eval(evaluation);
            return resource.touched()
                    ? Optional.empty()
                    : Optional.of(new Demanded(told, this::wholly).outcome(demand));
        } catch (CelEvaluationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Object wholly(Expression expression, @Nullable Object violation) {
        try {
            var value = expression
                    .whole()
                    .eval(
                            violation == null
                                    ? evaluation
                                    : name -> name.equals(VIOLATION) ? Optional.of(violation) : evaluation.find(name));
            return resource.touched() ? partly(expression, violation) : value;
        } catch (CelEvaluationException | RuntimeException e) {
            return partly(expression, violation);
        }
    }

    private Object partly(Expression expression, @Nullable Object violation) {
        return expression
                .partial()
                .eval(violation == null ? partial() : partial().with(VIOLATION, violation));
    }

    private PartialEvaluation partial() {
        var known = partial;
        if (known == null) {
            known = new PartialEvaluation(resource, params, occasion, names, budget);
            partial = known;
        }
        return known;
    }
}
