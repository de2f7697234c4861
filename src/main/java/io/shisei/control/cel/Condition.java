package io.shisei.control.cel;

import dev.cel.runtime.CelEvaluationException;
import io.shisei.control.Occasion;
import io.shisei.inventory.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A compiled condition; safe to share between threads. */
public final class Condition {

    static final Outcome EXCLUDED = new Outcome.Excluded();

    private final Shape resource;
    private final Shape params;
    private final Map<String, Expression> definitions;
    private final Decision decision;
    private final SortedSet<Read> reads;
    private final SortedSet<Read> deciding;
    private final Set<String> parameters;

    Condition(
            Shape resource,
            Shape params,
            Map<String, Expression> definitions,
            Decision decision,
            SortedSet<Read> reads,
            SortedSet<Read> deciding,
            Set<String> parameters) {
        this.resource = resource;
        this.params = params;
        this.definitions = definitions;
        this.decision = decision;
        this.reads = reads;
        this.deciding = deciding;
        this.parameters = parameters;
    }

    /** All that the condition may read of a document. */
    public SortedSet<Read> reads() {
        return reads;
    }

    /** What its demand reads, leaving out what only decides whether it applies. */
    public SortedSet<Read> deciding() {
        return deciding;
    }

    /** The parameters that it uses. */
    public Set<String> parameters() {
        return parameters;
    }

    /** Evaluates the condition; never throws for what stands in the document. */
    public Outcome judge(Document document, Map<String, Object> parameters, Occasion occasion) {
        var view = new DocumentView(resource, document);
        var values = new StructView(params, parameters);
        var outcome = whole(view, values, occasion)
                .orElseGet(() -> new PartialEvaluation(view, values, occasion, definitions).outcome(decision));
        return outcome instanceof Outcome.Fails fails && fails.violations().isEmpty()
                ? new Outcome.Fails(List.of(), unread(document, fails))
                : outcome;
    }

    /** The outcome, unless something could not be read or evaluated: CEL itself may absorb that, or give up for it. */
    private Optional<Outcome> whole(DocumentView view, StructView values, Occasion occasion) {
        try {
            var evaluation = new Evaluation(view, values, occasion, definitions);
            var applies = decision.applies();
            var outcome = applies == null || (boolean) applies.whole().eval(evaluation)
                    ? Demanded.outcome(decision.demand().whole().eval(evaluation))
                    : EXCLUDED;
            return view.touched() ? Optional.empty() : Optional.of(outcome);
        } catch (CelEvaluationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A demand that names no violations shows all that it reads, and so what of that could not be read. */
    private SortedSet<String> unread(Document document, Outcome.Fails fails) {
        var unread = new TreeSet<>(fails.unread());
        for (var read : deciding) {
            var gap = document.gap(read.field());
            if (gap != null) {
                unread.add(gap.summary());
            }
        }
        return unread;
    }

    /** What decides: whether the condition applies (null: always), and what it demands. */
    record Decision(@Nullable Expression applies, Expression demand) {}
}
