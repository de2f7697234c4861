package io.shisei.control.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A compiled condition; safe to share between threads. */
public final class Condition {

    private static final Outcome HOLDS = new Outcome.Holds();
    private static final Outcome EXCLUDED = new Outcome.Excluded();
    private static final Outcome FAILS = new Outcome.Fails(List.of());

    // What CEL says where an operator like || was left with an error for a value.
    private static final Pattern ABSORBED = Pattern.compile("ErrorValue\\{.*value=([\\w.$]+): (.*)}$");

    private final Shape resource;
    private final Shape params;
    private final Programs programs;
    private final SortedSet<Read> reads;
    private final SortedSet<Read> deciding;

    Condition(Shape resource, Shape params, Programs programs, SortedSet<Read> reads, SortedSet<Read> deciding) {
        this.resource = resource;
        this.params = params;
        this.programs = programs;
        this.reads = reads;
        this.deciding = deciding;
    }

    /** All that the condition may read of a document. */
    public SortedSet<Read> reads() {
        return reads;
    }

    /** What its demand reads, leaving out what only decides whether it applies. */
    public SortedSet<Read> deciding() {
        return deciding;
    }

    /** Evaluates the condition; never throws for what stands in the document. */
    public Outcome judge(Document document, Map<String, Object> parameters) {
        var view = new DocumentView(resource, document);
        var evaluation = new Evaluation(view, new StructView(params, parameters), programs.definitions());
        Outcome outcome;
        try {
            outcome = evaluate(evaluation);
        } catch (CelEvaluationException | RuntimeException e) {
            outcome = new Outcome.Unclear(message(e));
        }
        // Strictly: CEL's ||, && and exists() absorb errors, a verdict must not rest on what was not read.
        return view.touched().isEmpty() ? outcome : new Outcome.Unclear(summary(view.touched()));
    }

    private Outcome evaluate(Evaluation evaluation) throws CelEvaluationException {
        var applies = programs.applies();
        if (applies != null && !(boolean) applies.eval(evaluation)) {
            return EXCLUDED;
        }
        var demand = programs.demand().eval(evaluation);
        return switch (programs.kind()) {
            case PASSES -> (boolean) demand ? HOLDS : FAILS;
            case VIOLATIONS ->
                ((List<?>) demand).isEmpty() ? HOLDS : new Outcome.Fails(PlainValues.of((List<?>) demand));
        };
    }

    private static String summary(Collection<Gap> gaps) {
        return gaps.stream().map(Gap::summary).collect(Collectors.joining(", "));
    }

    private static String message(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var text = String.valueOf(cause.getMessage());
        var absorbed = ABSORBED.matcher(text);
        if (absorbed.find()) {
            return (absorbed.group(1).contains("NotFound") ? "not found: " : "") + absorbed.group(2);
        }
        return (cause.getClass().getSimpleName().contains("NotFound") ? "not found: " : "") + text;
    }

    /** The planned programs of a condition. */
    record Programs(
            Map<String, Program> definitions, @Nullable Program applies, Program demand, Demand kind) {}
}
